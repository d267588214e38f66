#include "analysis/store/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

// What to do about it; empty: there is nothing better to say than SQLite does.
const char* next_step(int code) {
    switch (code) {
        case SQLITE_FULL:
            return "; what is saved is safe: make room and give the same command again";
        case SQLITE_IOERR:
            return "; what is saved is safe: look after the disk and give the same command again";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "; another program has it open: close that and give the same command again";
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return "; check who may write to the file and to its folder";
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return "; the file is damaged: move it away and give the same command again";
        default:
            return "";
    }
}

[[noreturn]] void fail(sqlite3* database) {
    const char* name = database == nullptr ? nullptr : sqlite3_db_filename(database, "main");
    const int code = database == nullptr ? SQLITE_NOMEM : sqlite3_errcode(database);
    throw StoreError{fmt::format("{}: {}{}", name == nullptr ? "the store" : printable(name),
                                 database == nullptr ? "out of memory" : printable(sqlite3_errmsg(database)),
                                 next_step(code))};
}

constexpr int busy_ms = 10'000;  // how long to wait for another process that writes

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3& database, std::string_view sql) : database_{&database} {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(&database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
    statement_.reset(statement);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) {
        fail(database_);
    }
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), parameter + 1, value));
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    check(sqlite3_bind_double(statement_.get(), parameter + 1, value));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    check(sqlite3_bind_text64(statement_.get(), parameter + 1, text.data(), text.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
    check(sqlite3_bind_blob64(statement_.get(), parameter + 1, bytes.data(), bytes.size(), SQLITE_STATIC));
    return *this;
}

Statement& Statement::bind(int parameter, const std::optional<double>& value) {
    if (value) {
        return bind(parameter, *value);
    }
    check(sqlite3_bind_null(statement_.get(), parameter + 1));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        fail(database_);
    }
    return code == SQLITE_ROW;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() { check(sqlite3_reset(statement_.get())); }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::optional<double> Statement::real_or_null(int column) const {
    const bool null = sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
    return null ? std::nullopt : std::optional{real(column)};
}

std::string Statement::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return size == 0 ? std::string{} : std::string{bytes, size};
}

void Database::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

Database::Database(const std::filesystem::path& file, Mode mode) {
    const int flags = mode == Mode::observe  ? SQLITE_OPEN_READONLY
                      : mode == Mode::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                             : SQLITE_OPEN_READWRITE;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
    database_.reset(opened);
    if (code != SQLITE_OK) {
        fail(opened);
    }
    sqlite3_busy_timeout(opened, busy_ms);
}

void Database::execute(const std::string& sql) {
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(database_.get());
    }
}

bool Database::has_table(std::string_view name) {
    Statement find = prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
    return find.bind(0, name).step();
}

bool Database::has_tables() { return prepare("SELECT 1 FROM sqlite_master").step(); }

Transaction::~Transaction() {
    if (database_ != nullptr) {
        try {
            database_->execute("ROLLBACK");
        } catch (const StoreError&) {
            // What made the transaction fail has been reported; SQLite has rolled it back already.
        }
    }
}

void Transaction::commit() {
    database_->execute("COMMIT");
    database_ = nullptr;
}

}  // namespace trainyard
