SELECT word_no, language, spelling FROM staged_words WHERE fresh
