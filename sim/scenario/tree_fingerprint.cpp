#include "sim/scenario/tree_fingerprint.hpp"

#include "sim/core/fingerprint.hpp"

namespace trainyard {

namespace {

void add(Fingerprint& fingerprint, const Node& node) {
    switch (node.kind) {
        case Node::Kind::nothing:
            fingerprint.bytes("~");
            break;
        case Node::Kind::scalar:
            fingerprint.bytes("=");
            fingerprint.text(node.text);
            break;
        case Node::Kind::list:
            fingerprint.bytes("[");
            for (const Node& item : node.items) {
                add(fingerprint, item);
            }
            fingerprint.bytes("]");
            break;
        case Node::Kind::mapping:
            fingerprint.bytes("{");
            for (const Entry& entry : node.entries) {
                fingerprint.text(entry.key);
                add(fingerprint, entry.value);
            }
            fingerprint.bytes("}");
            break;
    }
}

bool decides_nothing(const std::string& section) {
    return section == "name" || section == "question" || section == "study" || section == "expect";
}

}  // namespace

std::string fingerprint_of(const Node& scenario, const std::vector<std::string>& data) {
    Fingerprint fingerprint;
    for (const Entry& entry : scenario.entries) {
        if (!decides_nothing(entry.key)) {
            fingerprint.text(entry.key);
            add(fingerprint, entry.value);
        }
    }
    for (const std::string& file : data) {
        fingerprint.text(file);
    }
    return fingerprint.hex();
}

}  // namespace trainyard
