#include "analysis/statistics/regression.hpp"

#include <Eigen/Dense>
#include <cmath>

namespace trainyard {
namespace {

// A column of mean 0 and length 1; absent for one that does not vary beyond its last digits.
std::optional<Eigen::VectorXd> standardized(const Eigen::VectorXd& column) {
    const Eigen::VectorXd centered = column.array() - column.mean();
    const double length = centered.norm();
    if (length <= 1e-12 * column.norm()) {
        return std::nullopt;
    }
    return centered / length;
}

// The rows of the figure's points.
std::vector<Eigen::Index> rows_with(const Sample& figure) {
    std::vector<Eigen::Index> rows;
    for (std::size_t i = 0; i < figure.size(); ++i) {
        if (present(figure[i])) {
            rows.push_back(static_cast<Eigen::Index>(i));
        }
    }
    return rows;
}

Eigen::VectorXd column_of(const std::vector<double>& factor, const std::vector<Eigen::Index>& rows) {
    return Eigen::Map<const Eigen::VectorXd>(factor.data(), static_cast<Eigen::Index>(factor.size()))(rows);
}

Eigen::VectorXd column_of(const Sample& figure, const std::vector<Eigen::Index>& rows) {
    Eigen::VectorXd column(static_cast<Eigen::Index>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        column(static_cast<Eigen::Index>(i)) = *figure[static_cast<std::size_t>(rows[i])];
    }
    return column;
}

// What is left of a column when the others' part in it is taken away.
double distance_from(const Eigen::MatrixXd& others, const Eigen::VectorXd& column) {
    return others.cols() == 0 ? column.norm()
                              : (column - others * others.colPivHouseholderQr().solve(column)).norm();
}

// Independent columns side by side, and of which factor each is.
struct Design {
    Eigen::MatrixXd columns;
    std::vector<std::size_t> factors;
};

Design design_of(const std::vector<std::vector<double>>& factors, const std::vector<Eigen::Index>& rows) {
    Design design{Eigen::MatrixXd(static_cast<Eigen::Index>(rows.size()), 0), {}};
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const auto column = standardized(column_of(factors[i], rows));
        if (column && distance_from(design.columns, *column) > 1e-8) {
            design.columns.conservativeResize(Eigen::NoChange, design.columns.cols() + 1);
            design.columns.rightCols(1) = *column;
            design.factors.push_back(i);
        }
    }
    return design;
}

}  // namespace

std::optional<StandardizedRegression> standardized_regression(const std::vector<std::vector<double>>& factors,
                                                              const Sample& figure) {
    const std::vector<Eigen::Index> rows = rows_with(figure);
    if (rows.size() < 2) {
        return std::nullopt;
    }
    const auto y = standardized(column_of(figure, rows));
    const Design design = design_of(factors, rows);
    if (!y || design.factors.empty() || rows.size() <= design.factors.size() + 1) {
        return std::nullopt;
    }
    const Eigen::VectorXd solution = design.columns.colPivHouseholderQr().solve(*y);
    StandardizedRegression result;
    result.coefficients.resize(factors.size());
    for (std::size_t i = 0; i < design.factors.size(); ++i) {
        result.coefficients[design.factors[i]] = solution(static_cast<Eigen::Index>(i));
    }
    result.r_squared = 1 - (*y - design.columns * solution).squaredNorm();
    result.points = rows.size();
    return result;
}

}  // namespace trainyard
