/* Production, sales, payments between firms, wages, and the firms' books of the month. */
#include <string.h>
#include "economy.h"

static double own_price(const firm_t *firm, double elasticity)
{
    return firm->output <= 0.0 || firm->demand <= 0.0 ? 1.0 : pow(firm->demand / firm->output, 1.0 / elasticity);
}

void produce(economy_t *e)
{
    const parameters_t *p = e->p;
    double h = e->setting->input_share;
    const double units[5] = {0.0, p->units_skilled_regular, 1.0, p->units_casual, p->units_homework};
    for (int64_t f = 0; f < e->n_firms; f++)
        e->firms[f].labour = e->firms[f].alive ? e->firms[f].owner_labour : 0.0;
    for (int64_t w = 0; w < e->n_workers; w++) {
        const worker_t *worker = &e->workers[w];
        if (worker->post > 0 && worker->post < OWNER)
            e->firms[worker->employer].labour +=
                units[worker->post] * exp(p->fit_effect * worker->fit) * (worker->sick > 0 ? 0.0 : 1.0);
    }
    for (int64_t f = 0; f < e->n_firms; f++) {
        firm_t *firm = &e->firms[f];
        if (!firm->alive) {
            firm->own_output = firm->output = 0.0;
            continue;
        }
        place_t *place = &e->places[firm->place];
        double ratio = firm->labour / (firm->base_labour * place->labour_scale);
        firm->own_output = ratio > 0.0 ? productive_capital(firm, place, p) * pow(ratio, p->labour_elasticity) : 0.0;
        if (firm->tier == EXPORTER)
            continue;
        firm->output = with_inputs(exp(firm->persistent_productivity) * firm->own_output, firm->price_factor, firm->demand,
            unit_inputs(firm, place, p), h, p->demand_elasticity);
    }
    for (int64_t i = 0; i < e->n_places; i++) {
        double wanted = e->places[i].base_putout * e->places[i].putout, value = 0, weighted = 0, base = 0;
        for (int64_t f = 0; f < e->n_firms; f++) {
            const firm_t *firm = &e->firms[f];
            if (!firm->alive || firm->place != i || firm->tier != SUBCONTRACTOR)
                continue;
            double cost = own_price(firm, p->demand_elasticity);
            value += firm->base_revenue * cost * firm->output;
            weighted += firm->base_revenue * pow(cost, 1.0 - p->demand_elasticity);
            base += firm->base_revenue;
        }
        e->places[i].putout_filled = wanted > 0.0 ? bundle(value, weighted, base, p->demand_elasticity) / wanted : 1.0;
    }
    for (int64_t f = 0; f < e->n_firms; f++) {
        firm_t *firm = &e->firms[f];
        if (!firm->alive || firm->tier != EXPORTER)
            continue;
        const place_t *place = &e->places[firm->place];
        double putout = firm->putout_share > 0.0 ? firm->volume_putout * place->putout_filled : 0.0;
        double work = most(
            final_output(firm->own_output, putout, firm->putout_share), (1.0 - firm->putout_share) * firm->own_output);
        firm->output = with_inputs(exp(firm->persistent_productivity) * work, firm->price_factor,
            firm->demand, unit_inputs(firm, place, p), h, p->demand_elasticity);
    }
}

static double notice(double index, double total, double base, double power, double speed)
{
    return base <= 0.0 || total <= 0.0 ? index : index + speed * (pow(total / base, power) - index);
}

static void sell(economy_t *e)
{
    double inverse = 1.0 / e->p->demand_elasticity;
    for (int64_t i = 0; i < e->n_places; i++) {
        place_t *place = &e->places[i];
        double export = 0, base_export = 0, home = 0, base_home = 0, final = 0, base_final = 0, putout = 0, base_putout = 0, inputs = 0, base_inputs = 0;
        place->exports = place->revenue = place->output = 0.0;
        for (int64_t f = 0; f < e->n_firms; f++) {
            firm_t *firm = &e->firms[f];
            if (!firm->alive || firm->place != i)
                continue;
            int idle = firm->output <= 0.0 || firm->demand <= 0.0;
            firm->revenue = idle ? 0.0 : firm->base_revenue * firm->price_factor * pow(firm->demand, inverse)
                                             * pow(firm->output, 1.0 - inverse);
            if (firm->tier == EXPORTER) {
                double late = most(0.9 - firm->output / most(firm->planned_output, 0.05), 0.0);
                firm->revenue *= 1.0 - firm->abroad_part * (1.0 - (1.0 - e->p->late_penalty * late));
            }
            double cost = own_price(firm, e->p->demand_elasticity);
            double price = pow(cost, 1.0 - e->p->demand_elasticity);
            place->revenue += firm->revenue;
            if (firm->tier == EXPORTER) {
                double abroad = firm->base_revenue * firm->export_share;
                double ordered = firm->buyer >= 0 ? abroad * firm->order_weight : 0.0;
                export += ordered * price;
                base_export += ordered;
                final += firm->base_revenue * price;
                base_final += firm->base_revenue;
                home += (firm->base_revenue - abroad) * price;
                base_home += firm->base_revenue - abroad;
                place->output += firm->base_revenue * cost * firm->output;
                place->exports += firm->revenue * firm->abroad_part;
            } else if (firm->tier == SUBCONTRACTOR) {
                putout += firm->base_revenue * price * pow(firm->price_factor, 1.0 - e->p->demand_elasticity);
                base_putout += firm->base_revenue;
            } else {
                inputs += firm->base_revenue * price;
                base_inputs += firm->base_revenue;
            }
        }
        double volume = bundle(place->output, final, base_final, e->p->demand_elasticity);
        place->made = place->base_final > 0.0 ? volume / place->base_final : 0.0;
        place->output = base_final > 0.0 ? volume / base_final : 0.0;
        place->price_export = notice(place->price_export, export, base_export, 1.0 / (1.0 - e->p->demand_elasticity), e->p->price_speed);
        place->price_local = notice(place->price_local, home, base_home, 1.0 / (1.0 - e->p->demand_elasticity), e->p->price_speed);
        place->price_putout = notice(place->price_putout, putout, base_putout, 1.0 / (1.0 - e->p->demand_elasticity), e->p->price_speed);
        place->price_input = notice(place->price_input, inputs, base_inputs, 1.0 / (1.0 - e->p->demand_elasticity), e->p->price_speed);
    }
}

static void pay_suppliers(economy_t *e)
{
    const parameters_t *p = e->p;
    double pool[64][3];
    memset(pool, 0, sizeof pool);
    for (int64_t f = 0; f < e->n_firms; f++) {
        firm_t *firm = &e->firms[f];
        firm->putout_cost = firm->inputs = 0.0;
        if (!firm->alive)
            continue;
        firm->inputs = e->setting->input_share * firm->revenue;
        if (firm->tier == SPECIALIST)
            pool[firm->place][1] += firm->revenue;
        else
            pool[firm->place][2] += firm->inputs;
    }
    for (int64_t f = 0; f < e->n_firms; f++)
        if (e->firms[f].alive && e->firms[f].tier == SUBCONTRACTOR)
            pool[e->firms[f].place][0] += e->firms[f].revenue;
    for (int64_t f = 0; f < e->n_firms; f++) {
        firm_t *firm = &e->firms[f];
        if (!firm->alive)
            continue;
        const place_t *place = &e->places[firm->place];
        if (firm->tier == EXPORTER && place->base_putout * place->putout > 0.0)
            firm->putout_cost += pool[firm->place][0]
                               * (firm->base_putout * firm->volume_putout / (place->base_putout * place->putout));
        double local = 0.0;
        if (firm->tier != SPECIALIST && pool[firm->place][2] > 0.0)
            local = pool[firm->place][1] * firm->inputs / pool[firm->place][2];
        firm->inputs = most(firm->inputs, local);
    }
    for (int64_t i = 0; i < e->n_places; i++) {
        double needs = 0.0;
        for (int64_t f = 0; f < e->n_firms; f++) {
            const firm_t *firm = &e->firms[f];
            if (firm->alive && firm->place == i && firm->tier != SPECIALIST)
                needs += firm->inputs / unit_inputs(firm, &e->places[i], p);
        }
        e->places[i].inputs = e->places[i].base_inputs > 0.0 ? needs / e->places[i].base_inputs : 1.0;
    }
}

static void pay_overheads(economy_t *e)
{
    const parameters_t *p = e->p;
    for (int64_t f = 0; f < e->n_firms; f++) {
        firm_t *firm = &e->firms[f];
        if (!firm->alive)
            continue;
        double inside = firm->base_heads * (1.0 - firm->share_homework);
        double local = firm->tier != SPECIALIST ? e->places[firm->place].local_input_share : 0.0;
        double share = inside > 0.0 ? p->overhead_share * inside / (inside + p->overhead_heads) : 0.0;
        share = least(share, (1.0 - local) * e->setting->input_share);
        firm->inputs += share * firm->usual_sales - share * firm->revenue;
        firm->usual_sales += p->overhead_speed * (firm->revenue - firm->usual_sales);
    }
}

void trade(economy_t *e)
{
    sell(e);
    pay_suppliers(e);
    pay_overheads(e);
}

void pay(economy_t *e)
{
    for (int64_t f = 0; f < e->n_firms; f++)
        e->firms[f].wage_bill = 0.0;
    for (int64_t i = 0; i < e->n_places; i++)
        e->places[i].wage_bill = 0.0;
    for (int64_t w = 0; w < e->n_workers; w++) {
        worker_t *worker = &e->workers[w];
        if (worker->post == 0 || worker->post == OWNER)
            continue;
        firm_t *firm = &e->firms[worker->employer];
        place_t *place = &e->places[worker->place];
        double wage = personal_wage(reference_wage(place, worker->post - 1), firm->premium, worker->ability,
                                    worker->gender, e->setting);
        int unpaid = worker->post > 2 && worker->sick > 0;
        worker->missed = unpaid ? wage : 0.0;
        worker->wage = worker->earnings = unpaid ? 0.0 : wage;
        firm->wage_bill += worker->wage;
        e->households[worker->household].income += worker->wage;
        place->wage_bill += worker->wage;
    }
}

void close_books(economy_t *e)
{
    const parameters_t *p = e->p;
    for (int64_t f = 0; f < e->n_firms; f++) {
        firm_t *firm = &e->firms[f];
        if (!firm->alive)
            continue;
        firm->profit = firm->revenue - firm->inputs - firm->putout_cost - firm->wage_bill - firm->severance;
        firm->severance = 0.0;
        firm->profit -= firm->tax_rate * most(firm->profit, 0.0);
        double bought = firm->buyer >= 0 ? firm->export_share : firm->patron >= 0 ? p->patron_share : 0.0;
        double advanced = least(firm->debt, p->advance_months * bought * firm->base_revenue), rest = firm->debt - advanced;
        double banked = firm->bank_rate > 0.0 && firm->bank_rate < firm->own_rate
                      ? least(rest, firm->bank_limit * firm->base_revenue) : 0.0;
        double interest = advanced * least(p->advance_rate, firm->own_rate)
                        + (banked > 0.0 ? banked * firm->bank_rate + (rest - banked) * firm->own_rate : rest * firm->own_rate);
        firm->cash += firm->profit - interest;
        double target = p->cash_target * firm->base_revenue;
        double net = firm->profit - interest - firm->investment;
        if (firm->cash < 0.0) {
            firm->debt -= firm->cash;
            firm->cash = 0.0;
        } else if (firm->debt > 0.0) {
            double repaid = least(firm->debt, p->repayment_speed * most(firm->cash - 0.5 * target, 0.0));
            firm->debt -= repaid;
            firm->cash -= repaid;
            net -= repaid;
        }
        firm->draw = least(most(net + p->cash_speed * (firm->cash - most(net, 0.0) - target), 0.0), firm->cash);
        firm->cash -= firm->draw;
        e->households[firm->household].income += firm->draw;
        e->workers[firm->owner].earnings = firm->draw;
        if (firm->wage_bill > 0.0 && firm->base_wage_bill > 0.0) {
            double now = (firm->revenue / firm->wage_bill) / (firm->base_revenue / firm->base_wage_bill);
            firm->profit_ratio += 0.1 * (least(most(now, 0.3), 3.0) - firm->profit_ratio);
        }
        double base_left = firm->base_revenue * (1.0 - e->setting->input_share) - firm->base_putout - firm->base_wage_bill;
        if (base_left > 0.0) {
            double left = (firm->revenue - firm->inputs - firm->putout_cost - firm->wage_bill) / base_left;
            firm->left_over += 0.1 * (least(most(left, -1.0), 4.0) - firm->left_over);
        }
        double wanted = firm->size_premium * exp(p->quality_pay * (firm->quality - firm->base_quality))
                      * (1.0 + p->rent_sharing * (least(most(firm->profit_ratio, 0.3), 3.0) - 1.0));
        firm->premium += 0.1 * (wanted - firm->premium);
        firm->age++;
    }
}
