export { staffSuspended } from './events.ts';
export { ensureDepartment, ensureRegion, getDepartment, importPlaces } from './places.ts';
export { canAdminister } from './policy.ts';
export { createStaff, grantPost } from './staff.ts';
export { findStaff, findStaffByLogin, postsOf, postViews, staffNames } from './staff-store.ts';
export { areasUnder, childRegions, findDepartmentByName, listDepartments } from './store.ts';
