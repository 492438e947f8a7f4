with dated as (
    select c.copy_id, d.site, min(d.published_at) as published_at
    from {{ source('copydesk', 'documents') }} d
    join {{ source('copydesk', 'copies') }} c on c.doc_id = d.doc_id
    where d.site is not null and d.published_at is not null
    group by c.copy_id, d.site
)

select
    a.copy_id,
    a.site as first_site,
    b.site as later_site,
    round(epoch(b.published_at - a.published_at) / 3600, 1) as hours_later
from dated a
join dated b on b.copy_id = a.copy_id and b.published_at > a.published_at
