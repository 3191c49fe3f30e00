/* What the phases of the yardstick share. tables.h is written from the model's own tables before compiling, so that
 * a record here is a record there; without a policy or shock every instrument is neutral and is left out. */
#ifndef ECONOMY_H
#define ECONOMY_H
#include "draws.h"
#include "tables.h"

enum { EXPORTER = 1, SUBCONTRACTOR = 2, SPECIALIST = 3 };
enum { SKILLED_REGULAR = 1, REGULAR = 2, CASUAL = 3, HOMEWORK = 4, OWNER = 5 };

typedef struct {
    firm_t *firms;
    worker_t *workers;
    household_t *households;
    buyer_t *buyers;
    place_t *places;
    const parameters_t *p;
    const setting_t *setting;
    int32_t *target, *staff, *vacancy;        /* (firms, 4) */
    const double *ring_key;                   /* (nodes,) */
    const int32_t *ring_firm;
    const int8_t *ring_kind;
    const int64_t *ring_start;                /* (places + 1,) */
    const double *access;                     /* (places, 4, 2, 2) */
    const double *post_scale;                 /* (places, 4) */
    double *cells;                            /* (cells, 14) */
    double *whole;                            /* (places, 5): gini, theil, palma, sen, sst */
    double line;
    double lines[4];
    double each;                              /* real persons that a simulated one stands for */
    int64_t n_firms, n_workers, n_households, n_buyers, n_places, n_nodes, n_cells, seed, month;
} economy_t;

void orders(economy_t *e);
void labour(economy_t *e);
void produce(economy_t *e);
void trade(economy_t *e);
void pay(economy_t *e);
void close_books(economy_t *e);
void households(economy_t *e);
void measures(economy_t *e);

void *scratch(int slot, int64_t bytes);       /* workspace that is kept between months */
double productive_capital(const firm_t *firm, const place_t *place, const parameters_t *p);
double unit_inputs(const firm_t *firm, const place_t *place, const parameters_t *p);
double plan_sales(const firm_t *firm, const place_t *place, const economy_t *e);
double final_output(double own, double putout, double share);
double bundle(double value, double weighted, double base, double elasticity);
double with_inputs(double work, double price, double demand, double inputs, double share, double elasticity);

static inline double least(double a, double b) { return b < a ? b : a; }
static inline double most(double a, double b) { return b > a ? b : a; }
static inline double reference_wage(const place_t *place, int kind)
{
    return kind == 0 ? place->wage_skilled_regular : kind == 1 ? place->wage_regular
         : kind == 2 ? place->wage_casual : place->wage_homework;
}
static inline double personal_wage(double reference, double premium, double ability, int female, const setting_t *s)
{
    double pay = reference * premium * exp(s->wage_spread * ability - 0.5 * s->wage_spread * s->wage_spread);
    return female ? pay * (1.0 - s->gender_gap) : pay;
}
static inline double offer_worth(double wage, double fit, int care, int at_home, const parameters_t *p)
{
    double worth = wage * exp(0.5 * p->fit_effect * fit);
    return care && !at_home ? worth * (1.0 - p->care_cost) : worth;
}
#endif
