/* One month of the yardstick: the phases of benchmarks/shared_month.py in their order, without a policy or shock. */
#include <stdlib.h>
#include "economy.h"

void *scratch(int slot, int64_t bytes)
{
    static void *room[16];
    static int64_t size[16];
    if (size[slot] < bytes) {
        free(room[slot]);
        room[slot] = malloc((size_t)bytes);
        size[slot] = bytes;
    }
    return room[slot];
}

void live_one_month(economy_t *e)
{
    e->month++;
    for (int64_t i = 0; i < e->n_households; i++)
        e->households[i].income = 0.0;
    orders(e);
    labour(e);
    produce(e);
    trade(e);
    pay(e);
    close_books(e);
    households(e);
}

void month_and_measures(economy_t *e)
{
    live_one_month(e);
    measures(e);
}
