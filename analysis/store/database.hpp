// SQLite, as little of it as the store needs. Everything throws StoreError: a text that names the file
// and the reason.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace trainyard {

struct StoreError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A prepared statement. Parameters and columns count from 0. Texts and blobs that are bound must stay
// until step().
class Statement {
public:
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bind_blob(int parameter, std::string_view bytes);
    Statement& bind(int parameter, const std::optional<double>& value);  // absent: null

    bool step();  // whether there is a row
    void run();   // to the end, without rows; then it can be bound again
    void reset();

    std::int64_t integer(int column) const;
    double real(int column) const;
    std::optional<double> real_or_null(int column) const;
    std::string text(int column) const;  // bytes of a blob too

private:
    friend class Database;
    Statement(sqlite3& database, std::string_view sql);
    void check(int code) const;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
public:
    // The first two write: even who only reads may have to undo what a process that died had begun. Who
    // observes leaves that to others: it sees how far a process of another machine is.
    enum class Mode { existing, create, observe };

    Database(const std::filesystem::path& file, Mode mode);
    Database(Database&&) noexcept = default;

    Statement prepare(std::string_view sql) { return Statement{*database_, sql}; }
    void execute(const std::string& sql);  // one statement or several
    bool has_table(std::string_view name);
    bool has_tables();

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
};

// Rolled back unless committed.
class Transaction {
public:
    explicit Transaction(Database& database) : database_{&database} { database.execute("BEGIN IMMEDIATE"); }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database* database_;
};

}  // namespace trainyard
