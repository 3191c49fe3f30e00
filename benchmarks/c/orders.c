/* Orders of the month: buyers' volumes, whom they buy from, the home market, and work handed down the tiers. */
#include "economy.h"

double productive_capital(const firm_t *firm, const place_t *place, const parameters_t *p)
{
    double crowding = pow((1.0 + place->density / 8.0) / 1.125, -8.0 * p->congestion);
    return firm->productivity * exp(p->process_gain * firm->process_level)
         * exp(p->practice_gain * firm->practices) * exp(firm->transitory_productivity)
         * pow(most(place->experience, 0.05), p->experience_shared) * pow(most(firm->experience, 0.05), p->experience_own)
         * crowding * pow(firm->capital / firm->base_capital, firm->capital_elasticity);
}

/* The facility as a member with such giving has it; what buying together makes of the price of inputs. */
static double facility_used(double facility, double giving, const place_t *place, const parameters_t *p)
{
    if (place->base_giving <= 0.0)
        return facility;
    return facility * (p->own_use * least(giving / place->base_giving, 5.0) + 1.0 - p->own_use);
}

static double bought_together(const firm_t *firm, const place_t *place, const parameters_t *p)
{
    double used = facility_used(place->facility, firm->member ? firm->contribution : 0.0, place, p);
    double then = facility_used(1.0, firm->member ? firm->base_contribution : 0.0, place, p);
    return (1.0 - p->joint_buying * used / (1.0 + used)) / (1.0 - p->joint_buying * then / (1.0 + then));
}

double unit_inputs(const firm_t *firm, const place_t *place, const parameters_t *p)
{
    double local = 0.0, shared = 1.0;
    if (firm->tier != SPECIALIST) {
        if (p->sharing_size > 0.0 && place->sharing_capital > 0.0)
            shared = least(pow(most(firm->capital, 1.0) / place->sharing_capital, -p->sharing_size),
                           1.0 / most(place->local_input_share, 0.1));
        local = least(place->local_input_share * shared, 1.0);
    }
    double price = (1.0 - local) * 1.0 + local * place->price_input;
    return price * pow(most(place->specialists, 0.01), -p->sharing_elasticity * shared) * bought_together(firm, place, p);
}

double plan_sales(const firm_t *firm, const place_t *place, const economy_t *e)
{
    double b = e->p->labour_elasticity, h = e->setting->input_share, s = firm->putout_share;
    double curve = 1.0 - 1.0 / e->p->demand_elasticity, own = 1.0 - s, added = 1.0 - h;
    double unit = pow(productive_capital(firm, place, e->p), own) * pow(firm->wage_cost, -b * own)
                * pow(place->price_putout, -s);
    unit = pow(exp(firm->persistent_productivity) * unit, added) * pow(unit_inputs(firm, place, e->p), -h);
    double worth = firm->price_factor * pow(firm->expected_demand, 1.0 / e->p->demand_elasticity) * pow(unit, curve);
    if (worth <= 0.0)
        return 0.0;
    double returns = added * (b * own + s) + h;
    return pow(worth, 1.0 / (1.0 - curve * returns));
}

double final_output(double own, double putout, double share)
{
    if (share <= 0.0)
        return own;
    if (own <= 0.0 || putout <= 0.0)
        return 0.0;
    return pow(own, 1.0 - share) * pow(putout, share);
}

double bundle(double value, double weighted, double base, double elasticity)
{
    return base > 0.0 && weighted > 0.0 ? value / pow(weighted / base, 1.0 / (1.0 - elasticity)) : 0.0;
}

double with_inputs(double work, double price, double demand, double inputs, double share, double elasticity)
{
    if (work <= 0.0 || demand <= 0.0)
        return 0.0;
    double curve = 1.0 - 1.0 / elasticity;
    double bought = pow(price * pow(demand, 1.0 / elasticity) / inputs, share);
    return pow(pow(work, 1.0 - share) * bought, 1.0 / (1.0 - curve * share));
}

static void place_orders(economy_t *e)
{
    uint64_t key = stream_key(e->seed, BUYER, e->month);
    for (int64_t b = 0; b < e->n_buyers; b++) {
        buyer_t *buyer = &e->buyers[b];
        buyer->state = e->p->order_persistence * buyer->state
                     + buyer->volatility * sqrt(1.0 - e->p->order_persistence * e->p->order_persistence)
                     * normal(uniform(key, buyer->id));
        double variance = buyer->volatility * buyer->volatility;
        buyer->volume = pow(1.0 + buyer->growth, (double)e->month) * exp(buyer->state - 0.5 * variance);
    }
}

static int admits(const buyer_t *buyer, const firm_t *firm)
{
    double capacity = firm->desired_heads / most(1.0 - firm->putout_share, 0.05) * (1.0 + firm->partners);
    return firm->quality >= buyer->minimum_quality && firm->standard >= buyer->minimum_standard
        && capacity >= buyer->minimum_order;
}

static double preference(const firm_t *firm, const parameters_t *p)
{
    return exp(p->preference_quality * (firm->quality - firm->base_quality)
               + p->preference_tie * (firm->tie - firm->base_tie));
}

static double orders_won(double appeal, const parameters_t *p)
{
    return pow(appeal, p->place_appeal * (p->export_elasticity - 1.0) / (p->demand_elasticity - 1.0));
}

static void choose_suppliers(economy_t *e)
{
    for (int64_t b = 0; b < e->n_buyers; b++) {
        buyer_t *buyer = &e->buyers[b];
        double base = 0.0, liked = 0.0, appeal = 0.0, total = 0.0;
        for (int64_t f = 0; f < e->n_firms; f++) {
            const firm_t *firm = &e->firms[f];
            if (firm->alive && firm->buyer == b && admits(buyer, firm)) {
                double weight = firm->base_revenue * firm->export_share;
                base += weight;
                double like = preference(firm, e->p);
                liked += weight * like;
                appeal += weight * log(like);
            }
        }
        if (base > 0.0)
            buyer->appeal += buyer->switching * (orders_won(exp(appeal / base), e->p) - buyer->appeal);
        for (int64_t f = 0; f < e->n_firms; f++) {
            firm_t *firm = &e->firms[f];
            if (!firm->alive || firm->buyer != b)
                continue;
            if (base > 0.0 && admits(buyer, firm))
                firm->order_weight += buyer->switching
                    * (preference(firm, e->p) * base / liked * buyer->appeal - firm->order_weight);
            else
                firm->order_weight = 0.0;
            total += firm->base_revenue * firm->export_share * firm->order_weight;
        }
        if (base <= 0.0 || total <= 0.0)
            continue;
        for (int64_t f = 0; f < e->n_firms; f++)
            if (e->firms[f].alive && e->firms[f].buyer == b)
                e->firms[f].order_weight *= buyer->base_orders * buyer->appeal / total;
    }
}

static void plan_work(firm_t *firm, const place_t *place, const economy_t *e)
{
    const parameters_t *p = e->p;
    double sales = plan_sales(firm, place, e);
    double own = productive_capital(firm, place, p) * pow(sales / firm->wage_cost, p->labour_elasticity);
    double planned = sales / place->price_putout;
    firm->planned_output = with_inputs(exp(firm->persistent_productivity) * final_output(own, planned, firm->putout_share),
        firm->price_factor, firm->expected_demand, unit_inputs(firm, place, p), e->setting->input_share, p->demand_elasticity);
    firm->volume_putout = 0.0;
    if (firm->putout_share > 0.0)
        firm->volume_putout = least(3.0, planned * pow(own / most(firm->own_output, 0.05), p->putout_pressure));
}

static void demand_for_exporters(economy_t *e)
{
    const parameters_t *p = e->p;
    for (int64_t i = 0; i < e->n_places; i++)
        e->places[i].putout = 0.0;
    for (int64_t f = 0; f < e->n_firms; f++) {
        firm_t *firm = &e->firms[f];
        if (!firm->alive || firm->tier != EXPORTER)
            continue;
        place_t *place = &e->places[firm->place];
        double home = place->capacity_home * place->local_demand
                    * pow(place->price_local, p->demand_elasticity - p->local_elasticity);
        double abroad = 0.0;
        if (firm->buyer >= 0) {
            const buyer_t *buyer = &e->buyers[firm->buyer];
            abroad = buyer->volume * firm->order_weight
                   * pow(place->price_export, p->demand_elasticity - p->export_elasticity);
            double factor = (1.0 + buyer->premium * firm->quality) * (1.0 - buyer->markdown * (1.0 - firm->functions));
            factor *= 1.0 / firm->base_price;
            firm->price_factor = 1.0 + firm->export_share * (factor - 1.0);
            double delivery = firm->output / most(firm->planned_output, 0.05);
            double base_taken = p->standard_margin * firm->export_share * firm->base_revenue;
            double taken = p->standard_margin * firm->abroad_part * firm->revenue;
            double worth = base_taken > 0.0 ? pow(most(taken / base_taken, 1e-6), p->tie_trade) : 1.0;
            double near = buyer->closeness * worth / (1.0 + buyer->closeness * (worth - 1.0));
            firm->tie += p->tie_growth * (near * least(most(delivery, 0.0), 1.0) - firm->tie);
        }
        double both = (1.0 - firm->export_share) * home + firm->export_share * abroad;
        firm->abroad_part = both > 0.0 ? firm->export_share * abroad / both : 0.0;
        firm->public_part = 0.0;
        firm->demand = place->demand_scale * both;
        firm->expected_demand += p->expectation_speed * (firm->demand - firm->expected_demand);
        plan_work(firm, place, e);
        place->putout += firm->base_putout * firm->volume_putout;
    }
    for (int64_t i = 0; i < e->n_places; i++) {
        place_t *place = &e->places[i];
        place->putout = place->base_putout > 0.0 ? place->putout / place->base_putout : 1.0;
    }
}

static void demand_for_suppliers(economy_t *e)
{
    const parameters_t *p = e->p;
    for (int64_t f = 0; f < e->n_firms; f++) {
        firm_t *firm = &e->firms[f];
        if (!firm->alive || firm->tier == EXPORTER)
            continue;
        const place_t *place = &e->places[firm->place];
        double work, price;
        if (firm->tier == SUBCONTRACTOR) {
            work = place->putout;
            if (firm->patron >= 0 && e->firms[firm->patron].alive)
                work = p->patron_share * e->firms[firm->patron].volume_putout + (1.0 - p->patron_share) * place->putout;
            work *= place->putout_scale * place->capacity_putout;
            price = place->price_putout;
        } else {
            work = place->stage_scale * place->capacity_stages * place->inputs;
            price = place->price_input;
        }
        firm->demand = work * pow(price, p->demand_elasticity - p->derived_elasticity);
        firm->direct_part = firm->public_part = 0.0;
        firm->price_factor = 1.0;
        firm->expected_demand += p->expectation_speed * (firm->demand - firm->expected_demand);
    }
}

void orders(economy_t *e)
{
    place_orders(e);
    choose_suppliers(e);
    demand_for_exporters(e);
    demand_for_suppliers(e);
}
