/**
 * Which engine this process speaks. It is settled by DATABASE_URL before any table is built,
 * since a drizzle table belongs to one dialect for good.
 */
export const isPg = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')
