SELECT md5(string_agg(p.prosrc || p.prosecdef || coalesce(p.proconfig::text, ''), '' ORDER BY p.proname COLLATE "C", p.oid))
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = trim('${schema}', '"')
    AND p.proname IN ('${prefix}candidates', '${prefix}matches', '${prefix}scored', '${prefix}near', '${prefix}nearest', '${prefix}named')
