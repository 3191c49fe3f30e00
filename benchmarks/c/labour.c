/* Quits, shocks, labour demand, layoffs, search and matching, reference wages. */
#include <stdlib.h>
#include <string.h>
#include "economy.h"

typedef struct {
    double key, best, ability;
    int64_t id;
    int32_t row, employer;
    int8_t place, gender, social_group, skill, care;
} seeker_t;

static void leave(worker_t *worker)
{
    worker->post = 0;
    worker->employer = -1;
    worker->tenure = 0;
    worker->wage = worker->last_wage = 0.0;
    worker->dismissed = 0;
}

static void quit_posts(economy_t *e)
{
    const parameters_t *p = e->p;
    const double rate[6] = {0.0, p->quit_skilled_regular, p->quit_regular, p->quit_casual, p->quit_homework, 0.0};
    uint64_t key = stream_key(e->seed, QUIT, e->month);
    memset(e->staff, 0, (size_t)e->n_firms * 4 * sizeof(int32_t));
    for (int64_t w = 0; w < e->n_workers; w++) {
        worker_t *worker = &e->workers[w];
        if (worker->post == 0 && worker->last_wage > 0.0)
            worker->dismissed++;
        if (worker->post == 0 || worker->post == OWNER)
            continue;
        if (uniform(key, worker->id) < rate[worker->post]) {
            leave(worker);
        } else {
            worker->tenure++;
            e->staff[worker->employer * 4 + worker->post - 1]++;
        }
    }
}

static double wage_cost(const firm_t *f, const place_t *place, const parameters_t *p)
{
    double m = 1.0 + p->monopsony_markdown;
    double now = f->share_skilled_regular * (place->wage_skilled_regular * f->premium * m);
    double base = f->share_skilled_regular * (place->base_wage_skilled_regular * f->size_premium * m);
    now += f->share_regular * (place->wage_regular * f->premium * m);
    base += f->share_regular * (place->base_wage_regular * f->size_premium * m);
    now += f->share_casual * (place->wage_casual * f->premium * m);
    base += f->share_casual * (place->base_wage_casual * f->size_premium * m);
    now += f->share_homework * (place->wage_homework * f->premium * m);
    base += f->share_homework * (place->base_wage_homework * f->size_premium * m);
    return base > 0.0 ? now / base : 1.0;
}

static void shares_now(const firm_t *f, const parameters_t *p, double out[4])
{
    double turned = 1.0 - exp(-0.04 * f->product_level - 0.02 * f->functional_level);
    turned = least(most(turned, -0.3), 0.6);
    double regular = f->share_regular * pow(0.98, f->process_level);
    double casual = f->share_casual * pow(0.94, f->process_level);
    double home = f->share_homework * pow(0.96, f->process_level);
    double moved = turned * (regular + casual + home);
    if (turned < 0.0) {
        moved = most(moved, -0.5 * f->share_skilled_regular);
        turned = moved / most(regular + casual + home, 1e-9);
    }
    double kept = 1.0 - turned, skilled = f->share_skilled_regular + moved;
    regular *= kept;
    casual *= kept;
    home *= kept;
    double base = f->share_skilled_regular * p->units_skilled_regular + f->share_regular
                + f->share_casual * p->units_casual + f->share_homework * p->units_homework;
    double now = skilled * p->units_skilled_regular + regular + casual * p->units_casual + home * p->units_homework;
    double same = now > 0.0 ? base / now : 1.0;
    out[0] = skilled * same;
    out[1] = regular * same;
    out[2] = casual * same;
    out[3] = home * same;
}

static void plan_posts(economy_t *e)
{
    const parameters_t *p = e->p;
    uint64_t key = stream_key(e->seed, DITHER, 0);
    for (int64_t i = 0; i < e->n_firms; i++) {
        firm_t *f = &e->firms[i];
        int32_t *target = &e->target[i * 4];
        if (!f->alive) {
            memset(target, 0, 4 * sizeof(int32_t));
            continue;
        }
        const place_t *place = &e->places[f->place];
        const double *scale = &e->post_scale[f->place * 4];
        f->wage_cost = wage_cost(f, place, p);
        double labour = f->base_labour * plan_sales(f, place, e) / f->wage_cost;
        double hired = (labour - f->owner_labour) / most(f->base_labour - f->owner_labour, 1e-9);
        f->desired_heads = f->base_heads * most(hired, 0.0) * (1.0 - f->putout_shift);
        f->steady_heads += p->steady_speed * (f->desired_heads - f->steady_heads);
        double part[4], posts[4];
        shares_now(f, p, part);
        posts[0] = part[0] * f->steady_heads;
        posts[1] = part[1] * f->steady_heads;
        double loose = part[2] + part[3], total = part[0] + part[1] + loose;
        double flexible = most(f->desired_heads * total - posts[0] - posts[1], 0.0);
        posts[2] = loose > 0.0 ? flexible * part[2] / loose : 0.0;
        posts[3] = loose > 0.0 ? flexible - posts[2] : 0.0;
        uint64_t own = own_key(key, f->type_id);
        for (int kind = 0; kind < 4; kind++)
            target[kind] = (int32_t)floor(most(posts[kind] * scale[kind], 0.0) + uniform_under(own, kind));
    }
}

static void lay_off(economy_t *e)
{
    int64_t *start = scratch(0, (e->n_firms + 1) * sizeof(int64_t));
    int32_t *order = scratch(1, e->n_workers * sizeof(int32_t));
    memset(start, 0, (size_t)(e->n_firms + 1) * sizeof(int64_t));
    for (int64_t w = 0; w < e->n_workers; w++)
        if (e->workers[w].post > 0 && e->workers[w].post < OWNER)
            start[e->workers[w].employer]++;
    int64_t total = 0;
    for (int64_t f = 0; f <= e->n_firms; f++) {
        total += f < e->n_firms ? start[f] : 0;
        start[f] = total;
    }
    for (int64_t w = e->n_workers - 1; w >= 0; w--)
        if (e->workers[w].post > 0 && e->workers[w].post < OWNER)
            order[--start[e->workers[w].employer]] = (int32_t)w;
    for (int64_t f = 0; f < e->n_firms; f++) {
        firm_t *firm = &e->firms[f];
        for (int kind = 0; kind < 4; kind++) {
            int32_t *here = &e->staff[f * 4 + kind];
            int32_t surplus = *here - e->target[f * 4 + kind];
            if (surplus <= 0)
                continue;
            if (kind < 2 && firm->alive) {
                int32_t most_cut = (int32_t)floor(*here * e->p->layoff_limit + 0.5);
                most_cut = most_cut > 1 ? most_cut : 1;
                surplus = surplus < most_cut ? surplus : most_cut;
            }
            for (; surplus > 0; surplus--) {
                worker_t *last = NULL;
                for (int64_t i = start[f]; i < start[f + 1]; i++) {
                    worker_t *w = &e->workers[order[i]];
                    if (w->post == kind + 1
                        && (!last || (w->tenure != last->tenure ? w->tenure < last->tenure : w->id > last->id)))
                        last = w;
                }
                if (kind < 2 && firm->formal && firm->alive) {
                    double due = e->p->severance_months * last->wage;
                    firm->severance += due;
                    e->households[last->household].income += due;
                }
                double wage = last->wage;
                leave(last);
                last->last_wage = wage;
                --*here;
            }
        }
    }
}

static int64_t gather_seekers(economy_t *e, seeker_t *seekers)
{
    const parameters_t *p = e->p;
    uint64_t search = stream_key(e->seed, SEARCH, e->month), order = stream_key(e->seed, SEEKER_ORDER, e->month);
    int64_t n = 0;
    for (int64_t w = 0; w < e->n_workers; w++) {
        const worker_t *worker = &e->workers[w];
        if (worker->post == OWNER
            || uniform(search, worker->id) >= (worker->post ? p->search_employed : p->search_outside))
            continue;
        double best = worker->post
            ? (1.0 + p->gain_to_move) * offer_worth(worker->wage, worker->fit, worker->care, worker->post == HOMEWORK, p)
            : e->places[worker->place].outside_pay * worker->outside_factor;
        seekers[n++] = (seeker_t){uniform(order, worker->id), best, worker->ability, worker->id, (int32_t)w,
            worker->employer, worker->place, worker->gender, worker->social_group, worker->skill, worker->care};
    }
    return n;
}

static void sort_by_key(const seeker_t *seekers, int64_t n, int64_t *order)
{
    int64_t *first = scratch(4, (n + 1) * sizeof(int64_t));
    memset(first, 0, (size_t)(n + 1) * sizeof(int64_t));
    for (int64_t i = 0; i < n; i++)
        first[(int64_t)(seekers[i].key * (double)n) + 1]++;
    for (int64_t j = 0; j < n; j++)
        first[j + 1] += first[j];
    for (int64_t i = 0; i < n; i++)
        order[first[(int64_t)(seekers[i].key * (double)n)]++] = i;
    for (int64_t k = 1; k < n; k++) {
        int64_t row = order[k], j = k - 1;
        for (; j >= 0 && seekers[order[j]].key > seekers[row].key; j--)
            order[j + 1] = order[j];
        order[j + 1] = row;
    }
}

static int64_t open_ahead(const economy_t *e, int32_t *next, int64_t node, int64_t stop)
{
    int64_t i = node;
    while (i < stop) {
        if (next[i] > i) {
            i = next[i];
        } else if (e->vacancy[e->ring_firm[i] * 4 + e->ring_kind[i]] > 0) {
            break;
        } else {
            next[i] = (int32_t)(i + 1);
            i++;
        }
    }
    while (node < i) {
        int64_t ahead = next[node];
        next[node] = (int32_t)i;
        node = ahead;
    }
    return i;
}

static void match(economy_t *e, const seeker_t *seekers, int64_t n)
{
    const parameters_t *p = e->p;
    uint64_t look = stream_key(e->seed, VACANCY, e->month), select = stream_key(e->seed, SELECTION, e->month);
    uint64_t liking = stream_key(e->seed, FIT, 0);
    double *doors = scratch(9, e->n_places * 16 * sizeof(double));
    for (int64_t i = 0; i < e->n_places; i++) {
        const place_t *place = &e->places[i];
        for (int cell = 0; cell < 16; cell++) {
            double now = cell < 4 ? place->unfilled_skilled : cell < 8 ? place->unfilled_regular : place->unfilled_casual;
            double base = cell < 4 ? place->base_unfilled_skilled : cell < 8 ? place->base_unfilled_regular : place->base_unfilled_casual;
            doors[i * 16 + cell] = pow(e->access[i * 16 + cell], least(most(1.0 - p->scarcity_access * (now - base), 0.2), 1.5));
        }
    }
    int32_t *next = scratch(2, (e->n_nodes + 1) * sizeof(int32_t));
    int64_t *queue = scratch(3, (n + 1) * sizeof(int64_t));
    int64_t *guide = scratch(5, (e->n_nodes + e->n_places) * sizeof(int64_t));
    for (int64_t place = 0; place < e->n_places; place++) {
        int64_t start = e->ring_start[place], stop = e->ring_start[place + 1], node = start, ahead = stop;
        for (int64_t i = stop - 1; i >= start; i--) {
            if (e->vacancy[e->ring_firm[i] * 4 + e->ring_kind[i]] > 0)
                ahead = i;
            next[i] = (int32_t)ahead;
        }
        for (int64_t j = 0; j <= stop - start; j++) {
            while (node < stop && (int64_t)(e->ring_key[node] * (double)(stop - start)) < j)
                node++;
            guide[start + place + j] = node;
        }
    }
    sort_by_key(seekers, n, queue);
    for (int64_t turn = 0; turn < n; turn++) {
        const seeker_t *s = &seekers[queue[turn]];
        const place_t *place = &e->places[s->place];
        int64_t start = e->ring_start[s->place], stop = e->ring_start[s->place + 1], chosen = -1;
        if (start == stop)
            continue;
        uint64_t own_look = own_key(look, s->id), own_select = own_key(select, s->id), own_liking = own_key(liking, s->id);
        double seen = least(8.0, most(1.0, p->base_contacts + log2(most(place->density, 0.01))));
        int looks = (int)seen;
        if (uniform_under(own_look, 99) < seen - looks)
            looks++;
        double best = s->best, chosen_fit = 0.0, chosen_pay = 0.0;
        for (int j = 0; j < looks; j++) {
            double point = uniform_under(own_look, j);
            int64_t node = guide[start + s->place + (int64_t)(point * (double)(stop - start))];
            while (node < stop && e->ring_key[node] < point)
                node++;
            node = open_ahead(e, next, node < stop ? node : start, stop);
            if (node == stop)
                node = open_ahead(e, next, start, stop);
            if (node == stop)
                break;
            int32_t f = e->ring_firm[node];
            int kind = e->ring_kind[node];
            if (f == s->employer || (kind == 0 && s->skill == 0))
                continue;
            const firm_t *firm = &e->firms[f];
            double chance = doors[((s->place * 4 + kind) * 2 + s->gender) * 2 + s->social_group];
            if (kind < 2) {
                double let = least(most(pow(1.0 - p->machine_gap, firm->process_level + firm->product_level), 0.1), 2.0);
                chance *= least(s->gender ? let : 1.0 / let, 1.0);
            }
            if (uniform_under(own_select, j) >= chance)
                continue;
            double fit = normal(uniform_under(own_liking, firm->id));
            double pay = personal_wage(reference_wage(place, kind), firm->premium, s->ability, s->gender, e->setting);
            double worth = offer_worth(pay, fit, s->care, kind == 3, p);
            if (worth > best) {
                best = worth;
                chosen = node;
                chosen_fit = fit;
                chosen_pay = pay;
            }
        }
        if (chosen < 0)
            continue;
        worker_t *worker = &e->workers[s->row];
        int32_t f = e->ring_firm[chosen];
        int kind = e->ring_kind[chosen];
        if (worker->post > 0)
            e->staff[worker->employer * 4 + worker->post - 1]--;
        worker->employer = f;
        worker->post = (int8_t)(kind + 1);
        worker->tenure = 0;
        worker->fit = chosen_fit;
        worker->wage = chosen_pay;
        e->vacancy[f * 4 + kind]--;
        e->staff[f * 4 + kind]++;
    }
}

static void notice_unfilled(economy_t *e)
{
    for (int64_t i = 0; i < e->n_places; i++) {
        place_t *place = &e->places[i];
        double wanted[3] = {0, 0, 0}, empty[3] = {0, 0, 0}, speed = e->p->vacancy_memory;
        for (int64_t f = 0; f < e->n_firms; f++)
            if (e->firms[f].alive && e->firms[f].place == i)
                for (int kind = 0; kind < 4; kind++) {
                    wanted[kind < 2 ? kind : 2] += e->target[f * 4 + kind];
                    empty[kind < 2 ? kind : 2] += e->vacancy[f * 4 + kind];
                }
        place->unfilled_skilled += speed * (empty[0] / most(wanted[0], 1.0) - place->unfilled_skilled);
        place->unfilled_regular += speed * (empty[1] / most(wanted[1], 1.0) - place->unfilled_regular);
        place->unfilled_casual += speed * (empty[2] / most(wanted[2], 1.0) - place->unfilled_casual);
    }
}

static double scarcity(double unfilled, double base, double elasticity)
{
    return pow((1.0 - least(base, 0.95)) / (1.0 - least(unfilled, 0.95)), elasticity);
}

static void move_reference_wages(economy_t *e)
{
    const parameters_t *p = e->p;
    for (int64_t i = 0; i < e->n_places; i++)
        e->places[i].adults = e->places[i].employment = 0.0;
    for (int64_t w = 0; w < e->n_workers; w++) {
        place_t *place = &e->places[e->workers[w].place];
        place->adults += 1.0;
        if (e->workers[w].post > 0 && e->workers[w].post < OWNER)
            place->employment += 1.0;
    }
    for (int64_t i = 0; i < e->n_places; i++) {
        place_t *place = &e->places[i];
        if (place->adults == 0.0)
            continue;
        place->slack = 1.0 - place->employment / place->adults;
        double curve = pow(most(place->slack, 0.01) / most(place->base_slack, 0.01), -p->wage_curve);
        double skilled = place->base_wage_skilled_regular * curve
                       * scarcity(place->unfilled_skilled, place->base_unfilled_skilled, p->scarcity_pay);
        double regular = place->base_wage_regular * curve
                       * scarcity(place->unfilled_regular, place->base_unfilled_regular, p->scarcity_pay);
        double casual = place->base_wage_casual * curve
                      * scarcity(place->unfilled_casual, place->base_unfilled_casual, p->scarcity_pay);
        place->wage_skilled_regular += p->wage_speed * (skilled - place->wage_skilled_regular);
        place->wage_regular += p->wage_speed * (regular - place->wage_regular);
        place->wage_casual += p->wage_speed * (casual - place->wage_casual);
        place->wage_homework = e->setting->homework_ratio * place->wage_casual;
    }
}

void labour(economy_t *e)
{
    quit_posts(e);
    uint64_t key = stream_key(e->seed, PRODUCTIVITY, e->month);
    uint64_t lasting = stream_key(e->seed, PERSISTENT_PRODUCTIVITY, e->month);
    for (int64_t f = 0; f < e->n_firms; f++) {
        firm_t *firm = &e->firms[f];
        if (!firm->alive)
            continue;
        firm->transitory_productivity = e->p->shock_persistence * firm->transitory_productivity + e->p->shock_spread * normal(uniform(key, firm->id));
        if (firm->productivity_spread > 0.0) {
            double persistence = e->p->luck_persistence, level = persistence * (firm->initial_productivity + firm->persistent_productivity);
            level -= firm->productivity_drift;
            level += firm->productivity_spread * sqrt(1.0 - persistence * persistence) * normal(uniform(lasting, firm->id));
            firm->persistent_productivity = level - firm->initial_productivity;
        }
    }
    plan_posts(e);
    lay_off(e);
    for (int64_t i = 0; i < e->n_firms * 4; i++)
        e->vacancy[i] = e->target[i] > e->staff[i] ? e->target[i] - e->staff[i] : 0;
    seeker_t *seekers = scratch(6, e->n_workers * sizeof(seeker_t));
    match(e, seekers, gather_seekers(e, seekers));
    notice_unfilled(e);
    move_reference_wages(e);
}
