SELECT term, tellings FROM store.term_holders WHERE term IN (SELECT term FROM wanted)
