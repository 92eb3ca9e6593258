alter table notices.emulated_fault
  drop constraint emulated_fault_kind,
  add constraint emulated_fault_kind check (fault in ('refuses', 'fails', 'delays', 'undelivered'));
