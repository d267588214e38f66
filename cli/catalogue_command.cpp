#include <fmt/format.h>

#include <cstdio>

#include "analysis/text/text.hpp"
#include "cli/catalogue_text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {

int catalogue_command(const std::optional<std::string>& word) {
    const Catalogue catalogue = read_catalogue();
    if (!catalogue.errors.empty() || catalogue.entries.empty()) {
        fmt::print(stderr, "{}", render(catalogue.errors));
        complain("the catalogue that comes with trainyard cannot be read where it was installed or built");
        return exit_run_failed;
    }
    if (!word) {
        print_result(catalogue_list(catalogue));
        return exit_fine;
    }
    const CatalogueSelection found = select_from(catalogue, *word);
    if (found.entries.empty() && found.notes.empty()) {
        complain(fmt::format("the catalogue has nothing that matches `{}`{}", printable(*word),
                             did_you_mean(*word, catalogue_words(catalogue))));
        say("Run `trainyard catalogue` for the list of all.");
        return exit_bad_input;
    }
    print_result(in_full(catalogue, found));
    return exit_fine;
}

}  // namespace trainyard
