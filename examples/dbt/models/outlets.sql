select
    d.site,
    count(*) as documents,
    count(*) filter (where c.size = 1) as printed_nowhere_else,
    count(*) filter (where not c.is_canonical) as copies_of_others,
    sum(d.word_count)::bigint as words
from {{ source('copydesk', 'documents') }} d
join {{ source('copydesk', 'copies') }} c on c.doc_id = d.doc_id
where d.site is not null
group by d.site
