/* Chance as in model/draws.py: the same hash, the same addresses, the same normal quantile, number by number. */
#ifndef DRAWS_H
#define DRAWS_H
#include <math.h>
#include <stdint.h>

enum { DITHER = 2, FIT = 3, QUIT = 4, SEARCH = 5, SEEKER_ORDER = 6, VACANCY = 7, SELECTION = 8, BUYER = 9, PRODUCTIVITY = 10,
       PERSISTENT_PRODUCTIVITY = 34 };

static inline uint64_t mix(uint64_t value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

static inline uint64_t stream_key(int64_t seed, int64_t stream, int64_t month)
{
    return mix(mix(mix((uint64_t)seed) ^ (uint64_t)stream) ^ (uint64_t)month);
}

static inline uint64_t own_key(uint64_t key, int64_t id) { return mix(key ^ mix((uint64_t)id)); }

static inline double unit(uint64_t bits)
{
    const double last = 1.0 - 1.0 / 9007199254740992.0;
    double draw = ((double)(bits >> 11) + 0.5) * (1.0 / 9007199254740992.0);
    return draw < last ? draw : last;
}

static inline double uniform(uint64_t key, int64_t id) { return unit(mix(key ^ mix((uint64_t)id))); }

static inline double uniform_under(uint64_t own, int64_t other) { return unit(mix(own ^ (uint64_t)other)); }

static inline double ratio(double by, double r, const double *top, const double *bottom)
{
    double above = top[0], below = bottom[0];
    for (int i = 1; i < 8; i++) {
        above = above * r + top[i];
        below = below * r + bottom[i];
    }
    return by * above / below;
}

/* The standard normal quantile (Wichura 1988, AS 241). */
static inline double normal(double u)
{
    static const double centre[8] = {2509.0809287301226727, 33430.575583588128105, 67265.770927008700853,
        45921.953931549871457, 13731.693765509461125, 1971.5909503065514427, 133.14166789178437745,
        3.387132872796366608};
    static const double under_centre[8] = {5226.495278852545925, 28729.085735721942674, 39307.89580009271061,
        21213.794301586595867, 5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0};
    static const double tail[8] = {7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
        1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959,
        1.42343711074968357734};
    static const double under_tail[8] = {1.05075007164441684324e-9, 5.475938084995344946e-4,
        0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494,
        2.05319162663775882187, 1.0};
    static const double far[8] = {2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
        0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699,
        6.6579046435011037772};
    static const double under_far[8] = {2.04426310338993978564e-15, 1.4215117583164458887e-7,
        1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
        0.59983220655588793769, 1.0};
    double q = u - 0.5;
    if (fabs(q) <= 0.425)
        return ratio(q, 0.180625 - q * q, centre, under_centre);
    double r = sqrt(-log(q < 0.0 ? u : 1.0 - u));
    double z = r <= 5.0 ? ratio(1.0, r - 1.6, tail, under_tail) : ratio(1.0, r - 5.0, far, under_far);
    return q < 0.0 ? -z : z;
}
#endif
