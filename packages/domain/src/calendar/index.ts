/** School years, school days and quiet hours by nation, London time, and calendar files. */
export {}
