/** What an act on an order makes stale: beginnings of addresses. */
export const orderChanges = ['/supervision-orders', '/todos', '/notices', '/tasks', '/plans'];
