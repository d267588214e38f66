// How well numbers follow a distribution.
#pragma once

#include <vector>

namespace trainyard::theory {

// Both take numbers that should be uniform on (0, 1), in any order.
//
// Kolmogorov's √n D, and how probable a larger one is: 2 Σ (−1)^(k−1) exp(−2 k² x²), the limit for large n
// (A. Kolmogorov, 1933; N. Smirnov, 1948).
double kolmogorov_smirnov(std::vector<double> numbers);
double chance_of_larger_distance(double statistic);

// Anderson and Darling's A² (1952), which looks at the tails, and how probable a larger one is: √3 P(χ²₁ > 2
// A²) in the limit, the leading term for large A² of a weighted sum of χ²₁ with weights 1 / (k (k + 1)) (V.
// M. Zolotarev, 1961). At the 1 % point, 3.857 (M. A. Stephens, 1974), it is 5 % too small.
double anderson_darling(std::vector<double> numbers);
double chance_of_larger_area(double statistic);

// Pearson's χ² of counts, and how probable a larger one is with so many degrees of freedom.
double pearson(const std::vector<double>& counts, const std::vector<double>& expected);
double chance_of_larger_square(double statistic, double freedom);

// Pearson's coefficient of two lists of equal length.
double correlation(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace trainyard::theory
