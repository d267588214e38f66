// Logarithm and exponential from IEEE additions, multiplications and divisions alone: the C
// library's differ in the last bit between processors, and results must not.
#pragma once

namespace trainyard {

double portable_log(double x);  // natural; x > 0 and finite; error below 1 ulp
double portable_exp(double x);  // error below 1 ulp; overflows to infinity, underflows to 0
double portable_pow(double base, double exponent);  // base > 0: exp(exponent x log(base))

// Logarithm of the gamma function, x >= 0.5; error about 1e-15 x max(1, result): Lanczos' series (SIAM J.
// Numer. Anal. B 1, 1964) with g = 607/128 and the 15 coefficients of Godfrey (2001).
double portable_log_gamma(double x);

// Quantile of the standard normal distribution, p in (0, 1): Wichura's algorithm AS 241 (PPND16),
// Applied Statistics 37 (1988), relative error about 1e-16.
double normal_quantile(double p);

}  // namespace trainyard
