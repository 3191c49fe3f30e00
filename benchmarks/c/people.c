/* Outside incomes, consumption and saving, and the measures of the month. */
#include <stdlib.h>
#include <string.h>
#include "economy.h"

enum { PEOPLE, POOR, GAP, GAP_2, WATTS, WELFARE, ADULTS, EARNINGS, EMPLOYED, LINE_0, TOTALS = LINE_0 + 4 };

void households(economy_t *e)
{
    const parameters_t *p = e->p;
    double weight[64];
    memset(weight, 0, sizeof weight);
    for (int64_t w = 0; w < e->n_workers; w++)
        if (e->workers[w].post == 0)
            weight[e->workers[w].place] += e->workers[w].outside_factor;
    for (int64_t i = 0; i < e->n_places; i++) {
        if (weight[i] > 0.0) {
            e->places[i].outside_pay = e->places[i].outside_world + e->places[i].services_income / weight[i];
            e->places[i].services_income = 0.0;
        }
    }
    for (int64_t w = 0; w < e->n_workers; w++) {
        worker_t *worker = &e->workers[w];
        if (worker->post == 0) {
            worker->earnings = e->places[worker->place].outside_pay * worker->outside_factor;
            e->households[worker->household].income += worker->earnings;
        }
    }
    for (int64_t i = 0; i < e->n_places; i++)
        e->places[i].services = 0.0;
    for (int64_t i = 0; i < e->n_households; i++) {
        household_t *h = &e->households[i];
        h->smoothed_income += p->income_smoothing * (h->income - h->smoothed_income);
        double spent = least(most(h->smoothed_income + p->buffer_speed * (h->savings - h->buffer_months * h->smoothed_income), 0.0),
                             h->savings + h->income);
        double local = p->local_spending * least(spent, p->local_ceiling * h->size);
        h->consumption = spent;
        h->savings += h->income - spent;
        e->places[h->place].services_income += local;
        e->places[h->place].services += local;
    }
}

static void count_cells(economy_t *e)
{
    memset(e->cells, 0, (size_t)e->n_cells * TOTALS * sizeof(double));
    for (int64_t w = 0; w < e->n_workers; w++) {
        const worker_t *worker = &e->workers[w];
        const household_t *h = &e->households[worker->household];
        int tier = worker->employer >= 0 ? e->firms[worker->employer].tier : 0;
        int64_t cell = ((((((int64_t)worker->place * 2 + worker->gender) * 2 + worker->skill) * 2 + worker->social_group) * 2
                         + worker->migrant) * 4 + tier) * 6 + worker->post;
        double *total = &e->cells[cell * TOTALS];
        double people = e->each * h->size / h->adults, welfare = h->consumption / h->size;
        total[PEOPLE] += people;
        if (welfare < e->line) {
            double gap = (e->line - welfare) / e->line;
            total[POOR] += people;
            total[GAP] += people * gap;
            total[GAP_2] += people * gap * gap;
            total[WATTS] += people * log(e->line / most(welfare, 0.01 * e->line));
        }
        total[WELFARE] += people * welfare;
        total[ADULTS] += e->each;
        total[EARNINGS] += e->each * worker->earnings;
        if (worker->post > 0)
            total[EMPLOYED] += e->each;
        for (int i = 0; i < 4; i++)
            if (welfare < e->lines[i])
                total[LINE_0 + i] += people;
    }
}

typedef struct { uint64_t bits; double value, weight; } ranked_t;

static ranked_t *sorted(ranked_t *these, ranked_t *other, int64_t n)
{
    for (int shift = 0; shift < 64; shift += 11) {
        int64_t first[2049] = {0};
        for (int64_t i = 0; i < n; i++)
            first[((these[i].bits >> shift) & 2047) + 1]++;
        for (int d = 0; d < 2048; d++)
            first[d + 1] += first[d];
        for (int64_t i = 0; i < n; i++)
            other[first[(these[i].bits >> shift) & 2047]++] = these[i];
        ranked_t *swap = these;
        these = other;
        other = swap;
    }
    return these;
}

/* Sum of w_i w_j (min(y_j, cap) - min(y_i, cap)) over pairs i < j of the first n rows. */
static double pair_differences(const ranked_t *r, int64_t n, double cap)
{
    double total = 0.0, below = 0.0, sum = 0.0;
    for (int64_t i = 0; i < n; i++)
        total += r[i].weight;
    for (int64_t i = 0; i + 1 < n; i++) {
        below += r[i].weight;
        sum += (least(r[i + 1].value, cap) - least(r[i].value, cap)) * below * (total - below);
    }
    return sum;
}

static double cumulated_until(const ranked_t *r, int64_t n, double target)
{
    double passed = 0.0, amount = 0.0;
    for (int64_t i = 0; i < n; i++) {
        if (passed + r[i].weight >= target)
            return amount + (target - passed) * r[i].value;
        passed += r[i].weight;
        amount += r[i].weight * r[i].value;
    }
    return amount;
}

static void distribution(economy_t *e, int64_t place, double *out)
{
    ranked_t *r = scratch(7, e->n_households * sizeof(ranked_t)), *other = scratch(8, e->n_households * sizeof(ranked_t));
    int64_t n = 0, poor_rows = 0;
    for (int64_t i = 0; i < e->n_households; i++) {
        const household_t *h = &e->households[i];
        if (h->place != place)
            continue;
        r[n].value = h->consumption / h->size;
        r[n].weight = h->size;
        memcpy(&r[n].bits, &r[n].value, 8);   /* welfare is never negative here */
        n++;
    }
    r = sorted(r, other, n);
    double people = 0.0, welfare = 0.0, theil = 0.0, poor = 0.0, gaps = 0.0, line = e->line;
    for (int64_t i = 0; i < n; i++) {
        people += r[i].weight;
        welfare += r[i].weight * r[i].value;
    }
    for (int64_t i = 0; i < n; i++) {
        double share = r[i].value * people / welfare;
        if (share > 0.0)
            theil += r[i].weight * share * log(share);
    }
    for (; poor_rows < n && r[poor_rows].value < line; poor_rows++) {
        poor += r[poor_rows].weight;
        gaps += r[poor_rows].weight * (line - r[poor_rows].value) / line;
    }
    out[0] = pair_differences(r, n, INFINITY) / (people * welfare);
    out[1] = most(0.0, theil / people);
    out[2] = (welfare - cumulated_until(r, n, 0.9 * people)) / cumulated_until(r, n, 0.4 * people);
    out[3] = poor == 0.0 ? 0.0 : gaps / people + pair_differences(r, poor_rows, line) / (line * people * poor);
    out[4] = gaps / people + pair_differences(r, n, line) / (line * people * people);
}

void measures(economy_t *e)
{
    count_cells(e);
    for (int64_t place = 0; place < e->n_places; place++)
        distribution(e, place, &e->whole[place * 5]);
}
