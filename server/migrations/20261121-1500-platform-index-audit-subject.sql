-- Who looked at somebody's data is asked over all areas, newest first; asked within one area the subject is just as telling.
drop index platform.audit_by_subject;
create index audit_by_subject on platform.audit (subject_id, id);
