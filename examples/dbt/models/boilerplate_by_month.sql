select
    date_trunc('month', d.published_at) as month,
    r.kind,
    count(*) as cuts,
    sum(length(r.text)) as characters
from {{ source('copydesk', 'removals') }} r
join {{ source('copydesk', 'documents') }} d on d.doc_id = r.doc_id
where d.published_at is not null
group by all
