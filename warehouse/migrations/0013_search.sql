-- Full-text search: which words stand in which document, and a macro that ranks documents by them.
-- Everything that a query goes through is SQL, so that the macro works wherever the file is opened.

CREATE TABLE store.vocabulary (
    token_no INTEGER NOT NULL,
    language VARCHAR NOT NULL,
    token VARCHAR NOT NULL,
    spelling VARCHAR NOT NULL,
    stem VARCHAR NOT NULL
);
COMMENT ON TABLE store.vocabulary IS 'Every word of any document, once per language that has a stemmer';
COMMENT ON COLUMN store.vocabulary.token_no IS 'Number of the word; internal, may differ from file to file';
COMMENT ON COLUMN store.vocabulary.language IS 'Name of the stemming algorithm; empty for documents in a language without one';
COMMENT ON COLUMN store.vocabulary.token IS 'The word in lower case without diacritics, or two characters of a script without spaces';
COMMENT ON COLUMN store.vocabulary.spelling IS 'The word with its diacritics; empty where it has none';
COMMENT ON COLUMN store.vocabulary.stem IS 'Its stem, folded too';

CREATE TABLE store.endings (language VARCHAR NOT NULL, ending VARCHAR NOT NULL);
COMMENT ON TABLE store.endings IS 'Endings that stemming takes off, for words of a query that stand in no document';
COMMENT ON COLUMN store.endings.language IS 'Name of the stemming algorithm';
COMMENT ON COLUMN store.endings.ending IS 'The ending, folded; an empty one for words that are stems';
INSERT INTO store.endings
SELECT language, unnest(regexp_split_to_array(endings, '\s+')) FROM (VALUES
    ('catalan', 'a aba abais abamos aban abas acio acions ad ada adas ades ado ador adora adoras adores adors ados
adura aire aires ais al all alla allas als am amen amens ament aments amos ams an ana ancia ancies
ando ant ants ar ara arais aramos aran aras are areis arem aremos aren arens ares areu areus ari
aria ariais arian arias ariem arien ariens aries arieu aris aron as ase aseis asemos asen asens ases
ass assa assem assen assens asses asseu assim assin assis assiu assos aste asteis at atge atges atiu
ativa atives atoria ats au aus ava avem aven aves aveu cio cions dis dor dora doras dores dors dre
dur dures e ed egar eix eixen eixens eixer eixes eixi eixin eixis eixo ejar ell ells em en enc enca
encia encies ens ent ents er era eran eras erass erau eraus ere ereis eremos eren erens eres eria
eriais erian erias eries ers es esa esc esca eses esos esquen esques esqui esquin esquis ess essa
essem essen essens esses esseu essim essin essis essiu et eta ets eu eus fer formes hi ho i ia iais
iamos ian ias iass ici icia icies icis icte ictes id ida idas ides ido idores idors idos ids ie iem
ien iendo iens ient ients iera ierais ieran ieras ierass ieron ies iese ieseis iesen iesens ieses
iess ieu ieus ificar iguem igueu ii iin iinia iis il ils im ima imes imos ims in ina ines ineu ini
inia inies inin inis int io ions ios ir ira iran iras ire ireis irem iremos iren irens ires iress
ireu ireus iria iriais irian irias iriem irien iries irieu is isam isams isc isca isin isis isme
ismes isquen isques issa issem issen isses isseu issim issima issims issin issis issiu issos ista
iste isteis istes istic it ita itar itas itat itats ites itess its itz itza itzar itzas itzeu itzi
itzis itzo iu ius iva ives ivitat ivol ix ixa ixen ixens ixes ixo la las le les li lo los ls me ment
ments nca nces nos o or ora ores ors os osa osas oses osess osos ot ota otes ots ques re s se sela
selas selo selos ses sfera sin sis tori toris triu ud uda udes uds us ut uts vos'),
    ('czech', 'a ach am ama ami at ata atech atum aty e ech eho em emi emu ete etem eti i ich iho im imi imu in mi
o ou ov ove ovi u um us uv y ych ym ymi'),
    ('danish', 'e elig eligs en ende endes ene enes ens er ere ered erede eren erende erens erer eres eret erets
erne ernes ers es et ethed ets hed heden hedens heder heds ig igs lig ligs s'),
    ('german', 'e em en end ends ens er erin ern ers es est ests et ets heit heits ig igs ik iks isch ischs keit
keits lich lichs s st sts ung ungs'),
    ('greek', 'α αγα αγαμε αγαν αγανε αγατε αγε αγεσ αει ακι ακια αμαι αν αρακι αρακια ασ ασαι ατα αται αω ε εδεσ
εδων ει εισ ειτε εσ εσαι εστατ εστερ εται εων εωσ η ηδεσ ηδων ηθει ηθεισ ηθειτε ηθηκα ηθηκαν ηθηκε
ηθηκεσ ηθουμε ηθουν ηθουνε ηθω ηκα ηκαμε ηκαν ηκανε ηκατε ηκε ηκεσ ησ ησα ησαμε ησαν ησανε ησατε ησε
ησει ησεσ ησου ησουμε ησουν ησουνε ησω ι ια ιδια ιδιο ιδιων ιεμαι ιεσαι ιεται ιζα ιζαμε ιζαν ιζανε
ιζατε ιζε ιζει ιζεισ ιζεσ ιζετε ιζουμε ιζουν ιζουνε ιζω ικα ικο ικου ικων ιομουν ιονταν ιοσουν ιοταν
ιοτανε ιου ιουμα ισα ισαμε ισαν ισανε ισατε ισε ισει ισεισ ισεσ ισετε ισκε ισκο ισκοσ ισκου ισμο
ισμοι ισμοσ ισμου ισμουσ ισμων ισουμε ισουν ισουνε ιστα ιστε ιστεσ ιστη ιστησ ιστο ιστοι ιστοσ ιστου
ιστουσ ιστων ισω ιτσα ιτσασ ιτσεσ ιτσων ιων ο οι ομαι ομαστε ομουν ομουνα ονται ονταν οντανε οντασ
οσ οσαστε οσουν οσουνα οταν οτανε οτατ οτερ ου ουδακι ουδεσ ουδων ουμαι ουμε ουν ουνε ουνται ουνταν
ουσ ουσα ουσαμε ουσαν ουσανε ουσατε ουσε ουσεσ υ υσ υτατ υτερ ω ωθηκα ωθηκαν ωθηκε ωθηκεσ ων ωντασ
ωτατ ωτερ'),
    ('english', 'able ables abli ablis al alism alisms aliti alitis alize alizes alli allis als ance ances anci ancis
ant ants ate ates ation ations ative atives ator ators e ed edly edlys eds ement ements ence ences
enci encis ent entli entlis ents er ers es ful fulli fullis fuls ible ibles ic ical icals icate
icates iciti icitis ics ing ingly inglys ings ion ions ism isms iti itis ive ives iviti ivitis ize
izer izers izes li lis ment ments ness ous ousli ouslis s'),
    ('spanish', 'a aba abais abamos aban abas able ables acion ad ada adas ado ador adora adoras adores ados ais
amente amos an ancia ancias ando ante antes anza anzas ar ara arais aramos aran aras are areis
aremos aria ariais arian arias aron as ase aseis asemos asen ases aste asteis e ed eis emos en er
era eran eras ere ereis eremos eria eriais erian erias es i ia iais iamos ian ias ible ibles ica
icas ico icos id ida idad idades idas ido idos iendo iera ierais ieran ieras ieron iese ieseis iesen
ieses imos io ir ira iran iras ire ireis iremos iria iriais irian irias is ismo ismos ista istas
iste isteis iva ivas ivo ivos mente o os osa osas oso osos'),
    ('estonian', 'daks dakse du dus gi ki ksid ksime ksin ksite ma mas mata nu nuksid nuksin nus sid sime sin site t
taks takse te tes tu tus va vas'),
    ('finnish', 'a aa an ee eja en han i ii imma immi impa impi ine kaan kin ko ksi lla lle lta mma mme mmi mpa mpi n
na ni nne nsa pa si ssa sta sti ta'),
    ('french', 'a able ables ai aient ais aise aises ait ames amment ance ances ant ante antes ants as asse assent
asses assiez at ates ateur ateurs ation ations atrice e eais ee ees ement ements er era erai erais
erait eras erent erez eriez erions erons eront es euse euses eux ez h he hes hs i ie ies iez if ifs
imes ion ions ique iques ir ira irai irais irait iras irent irez iriez irions irons iront is isme
ismes issais issait issant isse issent isses issez issiez issons iste istes it ite ites ive ives s'),
    ('hungarian', 'a ad aei ai aid aik aim aink aitok ak ake am an ankent at ba ban be ben bol d e ed ee eei ei eid eik
eim eink eitek ek eke em en enkent ert et hez hoz i id ig ik im ink itek ja jai jaid jaik jaim jaink
jaitok je jei jeid jeik jeim jeink jeitek juk k ke kent kepp keppen kor m n nak nal nek nel nk o od
ok oke om on onkent ot ra re rol t tol uk ul unk va val ve vel'),
    ('indonesian', 'an i kah ku lah mu nya pun'),
    ('italian', 'a abile abili amente amenti amento ammo ando ano ante anti anza anze ar are arono asse assero assi
assimo ata ate ati ato atore atori atrice atrici ava avamo avano avate avi avo azione azioni e emmo
enda ende endi endo era erai eranno ere erebbe erei eremmo eremo ereste eresti erete ero erono
essero ete eva evamo evano evate evi evo i iamo ibile ibili ica ice iche ichi ici ico imenti imento
immo ir ira irai iranno ire irebbe irei iremmo iremo ireste iresti irete iro irono isca iscano isce
isci isco iscono ismi ismo issero ista iste isti ita ite iti ito iva ivamo ivano ivate ive ivi ivo
mente o ono osa ose osi oso uta ute uti uto yamo'),
    ('lithuanian', 'a ai ain ains ais aisi aisis aiss aj ajs am ame ames ams an ant ants as asi asis ass at ate ates au
auj aujs aus ausi ausis auss auti ciau ciausi dav davs e ei eisi ej eje ejes ejo ejos ejosi ejosis
ejs el els em eme emes emis ems en eni enie enimis enims enio enis eniu eniui ens enti enyje enys
enyse es ese esi esn esna esns ess et ete etes eti etis ets i ia iai iais iaiss iaj iajs iam iame
iames iams iant iants ias iasi iass iat iate iates iau iaus iauss iauti ie iej iejs iem iems ies
iesi iesis iess im imes imi imis ims ineti ing ings int inti intis ints io ioje iojes iojs ioks
iomis ioms ion iop iops ios iose ioses iosna ioss ioti is isi isks it ite iu iui iuj iuje iujs iuks
iul iuls iumi iun iuojs iuos iuose iuoses iuosi iuosis iuosna iuoss iuoti iuotis iuots ius k ki
kimes kite o oj oje ojes ojs oks om ome omes omis oms on op ops os ose oses osi osis osna oss ot ote
otes oti otis ots s si siant siants siesi sim sime simes sit site sites siu siuosi sv svs teleti
tereti ti tum tumei tumeis tumem tumeme tumet tumete tus tusi tute u uciuks ui uisi uj uje ujs
uliuks umi umis ums un uo uojs uos uose uoses uosi uosis uosna uoss uote uotes uoti uotis uots us
usi y yje yksc ykscs ykst yksts yl yls ys yse ysis ysna yt yti ytis yts zgans'),
    ('dutch', 'achtig arij baar baars de des e en end ends erig eriger erigs erigst erij es heid heids ig iger
igers igs igst ing ings isme ismes iteit je jes ndes s sel sels ster sters te tes tst'),
    ('norwegian', 'a ande ane ar as ast e ede edes eig eigs eleg elegs elig eligs elov elovs en ende endes ene enes ens
er ers es et ets het heten hetene hetens heter ig igs leg legs lig ligs lov lovs s slov slovs'),
    ('polish', 'a ac aca ace ach acie aj aja ajac ajaca ajace ajcie al ala alam alas alem ales ali alismy alo aly
alysmy am ami amy asc asz by bym bys byscie bysmy cie e ecie ego ej em emu emy esc esz i ia iach ial
iala ialam ialas ialem iales ialo ialy iami ic ich icie ie iec iego iej iejsza iejsze ieli iem iemu
il ila ilam ilas ilem iles ili ilismy ilo ily ilysmy im imi imy iom iowi isz iu o om ow owi sza sze
u y ych ym ymi'),
    ('portuguese', 'a ada adas ado ador adora adoras adores ados ais am amente amento amos ancia ando ante antes ar ara
aram aramos aras ardes arei areis arem aremos ares aria ariam arias arieis armos as asse asseis
assem asses aste astes ava avam avamos avas aveis avel e ei eis em emos endo er era eram eramos eras
erdes erei ereis erem eremos eres eria eriam erias erieis ermos es esse esseis essem esses este
estes eu eza ezas i ia iam iamos ias ica icas ico icos ida idade idades idas ido idos ieis imento
imos indo ir ira iram iramos iras irdes irei ireis irem iremos ires iria iriam irias irieis irmos is
ismo ismos isse isseis issem isses ista istas iste istes iu iva ivas ivel ivo ivos mente o os osa
osas oso osos ou'),
    ('romanian', 'a abil abila abile abili ai am and andu ant anta ante anti ara aram arati are asc ase asem asera
aseram asesi asi aste asti at ata ate atei ati atia atie atiune ativ ativa ative ativi atoare ator
atori au e ea eai eam easca eati eau eaza ele elor em ere esc este esti eti ez eze ezi i ia iai iam
iati iau ibil ibila ibili ic ica ical icala icale icali icator ice ici icitai iciv iciva icive icivi
ie iei ii iile iilor ile ilor im ind indu ira iram irati ire ise isem isera iseram isesi isi it ita
itai itate itati ite iti itiune itiv itiva itive itivi itoare itor itori iv iva ive ivi ivitai oasa
oase os osi se sei sera seram serati sese sesem sesera sesesi sesi ui ul ului ura uram urati use
usem usera useram usesi usi ut uta ute uti'),
    ('russian', 'а ам ами ах ая е ев его ее еи еите еиш еише ем ему ен ена ено ены ею и ив ивши ившись ие иеи ием ии
ил ила или ило им ими ит ите ить их ишь ию ия иям иями иях н на но ны о ов ого ое ои ом ому ост ость
ою сь ся у ует уи уите ую уют ы ыв ывши ывшись ые ыи ыл ыла ыли ыло ым ыми ыт ыть ых ь ье ью ья ю юю
я ям ями ят ях яя'),
    ('serbian', 'a ama e em emo es ete i ih ije ijem ijemo ijes ijete iju im ima imo ite o og oga om ost ova ove ovi
ovima u а е еs и о у'),
    ('swedish', 'a ad ade ades ande anden andes andet ar are aren arens arna arnas arne as ast aste at e en ens er
ern erna ernas erns es et ets het heten hetens heter ig igs lig ligs or orna ornas s'),
    ('turkish', 'a ca ce da dan de den di dik dim din dir dur im in iz la lar lari le ler leri m mis miz muz n nda
ndan nde nden niz nuz sa sak sam san se sek sem sen sin siniz sun sunuz ta tan te ten ti tik tim tin
tir tur um un')
) AS each(language, endings);
INSERT INTO store.endings SELECT DISTINCT language, '' FROM store.endings;

CREATE TABLE store.search_entries (
    entry_no INTEGER NOT NULL,
    chunk_no INTEGER NOT NULL,
    doc_id UUID NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    words INTEGER NOT NULL,
    live BOOLEAN NOT NULL
);
COMMENT ON TABLE store.search_entries IS 'What search knows of each document';
COMMENT ON COLUMN store.search_entries.entry_no IS 'Number of the entry; internal, may differ from file to file';
COMMENT ON COLUMN store.search_entries.chunk_no IS 'The part of store.postings in which its words are';
COMMENT ON COLUMN store.search_entries.doc_id IS 'The document';
COMMENT ON COLUMN store.search_entries.updated_at IS 'As in store.heads when the entry was made: another one there means that it is out of date';
COMMENT ON COLUMN store.search_entries.words IS 'Number of its words, headline included';
COMMENT ON COLUMN store.search_entries.live IS 'False where the document has changed since: its words are passed over until their part is written anew';

CREATE TABLE store.search_chunks (chunk_no INTEGER NOT NULL, entries INTEGER NOT NULL, last_entry INTEGER NOT NULL);
COMMENT ON TABLE store.search_chunks IS 'The parts of store.postings, each written at once';
COMMENT ON COLUMN store.search_chunks.chunk_no IS 'Number of the part; internal, may differ from file to file';
COMMENT ON COLUMN store.search_chunks.entries IS 'How many entries it was written with: fewer are left where documents were deleted';
COMMENT ON COLUMN store.search_chunks.last_entry IS 'The largest number of an entry that it was written with';

CREATE TABLE store.postings (
    chunk_no INTEGER NOT NULL,
    token_no INTEGER NOT NULL,
    places STRUCT(entry_no INTEGER, times UTINYINT)[] NOT NULL
);
COMMENT ON TABLE store.postings IS 'Which words stand in which documents: a row per word and part';
COMMENT ON COLUMN store.postings.chunk_no IS 'Number of the part';
COMMENT ON COLUMN store.postings.token_no IS 'The word in store.vocabulary';
COMMENT ON COLUMN store.postings.places IS 'The entries that hold it, and how often, up to 255';

-- Lower case; invisible marks gone.
CREATE MACRO store.plain(words) AS
    CASE
        WHEN strlen(words) = length(words) THEN lower(words)
        ELSE regexp_replace(lower(nfc_normalize(words)), '[\p{Cf}\x{034F}\x{0640}\x{FE00}-\x{FE0F}]+', '', 'g')
    END;

-- Diacritics gone, but for scripts in which marks are letters of their own.
CREATE MACRO store.fold(words) AS
    CASE
        WHEN strlen(words) = length(words) THEN words
        WHEN regexp_matches(words, '[\x{0900}-\x{109F}\x{1780}-\x{17FF}\x{3040}-\x{30FF}]') THEN words
        ELSE replace(replace(replace(translate(
            strip_accents(words),
            'łøđħŧıςþ０１２３４５６７８９ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
            'lodhtiσt0123456789abcdefghijklmnopqrstuvwxyz'
        ), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
    END;

-- A text as phrases are looked for in it: one space around each word. Single spaces are the most and stay.
CREATE MACRO store.spaced(words) AS
    ' ' || trim(regexp_replace(words, '[^\p{L}\p{M}\p{N}]{2,}|[^\p{L}\p{M}\p{N} ]', ' ', 'g')) || ' ';

-- The characters of scripts that write without spaces.
CREATE MACRO store.no_spaces() AS
    '[\x{0E00}-\x{0EFF}\x{1000}-\x{109F}\x{1780}-\x{17FF}\x{3005}-\x{3007}\x{3040}-\x{30FF}\x{31F0}-\x{31FF}'
    || '\x{3400}-\x{4DBF}\x{4E00}-\x{9FFF}\x{F900}-\x{FAFF}\x{20000}-\x{3FFFF}]';

CREATE MACRO store.has_no_spaces(words) AS regexp_matches(words, store.no_spaces());

CREATE MACRO store.query_parts(query) AS TABLE
WITH written AS MATERIALIZED (
    SELECT
        unnest(regexp_extract_all(translate(query, '“”„«»', '"""""'), '[+-]?(?:"[^"]*"?\*?|[^\s"]+)')) AS part,
        generate_subscripts(regexp_extract_all(translate(query, '“”„«»', '"""""'), '[+-]?(?:"[^"]*"?\*?|[^\s"]+)'), 1) AS number
),
signed AS MATERIALIZED (
    SELECT
        number, CASE WHEN part[1] IN ('+', '-') THEN part[1] ELSE '' END AS sign,
        contains(part, '"') AS quoted, ends_with(part, '*') AS open,
        trim(store.spaced(store.fold(store.plain(part)))) AS words
    FROM written
)
SELECT
    number, sign, quoted, open, words,
    flatten(list_transform(
        regexp_extract_all(words, store.no_spaces() || '+|[^ ' || substr(store.no_spaces(), 2) || '+'),
        lambda run: CASE
            WHEN store.has_no_spaces(run) AND length(run) > 1
            THEN list_transform(range(1, length(run)), lambda place: substr(run, place, 2))
            ELSE [run]
        END
    )) AS slots,
    CASE WHEN store.has_no_spaces(words[1]) THEN '' ELSE ' ' END || words
    || CASE WHEN open OR store.has_no_spaces(words[-1]) THEN '' ELSE ' ' END AS needle
FROM signed
WHERE words <> '';

-- Okapi BM25 with k1 = 1.2 and b = 0.75. Decimals add up to the same in whatever order.
CREATE MACRO store.bm25(weight, times, relative_length) AS
    (weight * 2.2 * times / (times + 1.2 * (0.25 + 0.75 * relative_length)))::DECIMAL(18, 9);

CREATE MACRO store.query_terms(query) AS TABLE
WITH parts AS MATERIALIZED (
    SELECT * FROM store.query_parts(query)
),
slots AS MATERIALIZED (
    SELECT
        s.number, s.slot, s.token,
        s.slot = s.slots AND (s.open OR (length(s.token) = 1 AND store.has_no_spaces(s.token))) AS prefix,
        s.slots = 1 AND NOT s.quoted AND NOT s.open AS stemmed
    FROM (
        SELECT number, quoted, open, len(slots) AS slots, unnest(slots) AS token, generate_subscripts(slots, 1) AS slot
        FROM parts
    ) s
),
exact AS MATERIALIZED (
    SELECT s.number, s.slot, s.stemmed, v.token_no, v.language, v.stem
    FROM store.vocabulary v
    JOIN slots s ON v.token = s.token
),
-- A word that stands in some document has the stem that it has there.
known AS MATERIALIZED (
    SELECT DISTINCT f.number, f.slot, f.language, f.stem
    FROM (
        SELECT x.number, x.slot, x.language, x.stem, unnest(p.places).entry_no AS entry_no
        FROM store.postings p
        JOIN exact x ON x.token_no = p.token_no
        WHERE x.stemmed AND x.language <> ''
    ) f
    JOIN store.search_entries e ON e.entry_no = f.entry_no
    WHERE e.live
),
-- Others may be a stem, or have one that an ending was put to.
guessed AS (
    SELECT s.number, s.slot, e.language, left(s.token, length(s.token) - length(e.ending)) AS stem
    FROM slots s
    JOIN store.endings e ON ends_with(s.token, e.ending) AND (e.ending = '' OR length(s.token) - length(e.ending) >= 3)
    LEFT JOIN known k ON k.number = s.number AND k.language = e.language
    WHERE s.stemmed AND k.number IS NULL
),
found AS (
    SELECT number, slot, token_no FROM exact
    UNION
    SELECT s.number, s.slot, v.token_no
    FROM store.vocabulary v
    JOIN slots s ON s.prefix AND starts_with(v.token, s.token)
    UNION
    SELECT s.number, s.slot, v.token_no
    FROM store.vocabulary v
    JOIN (SELECT * FROM known UNION ALL SELECT * FROM guessed) s
        ON s.language = v.language AND s.stem = v.stem
)
SELECT p.number, p.sign, p.needle, len(p.slots) AS slots, f.slot, f.token_no
FROM parts p
LEFT JOIN found f ON f.number = p.number;

CREATE MACRO store.ranked(query) AS TABLE
WITH terms AS MATERIALIZED (
    SELECT * FROM store.query_terms(query)
),
entries AS MATERIALIZED (
    SELECT entry_no, doc_id, words FROM store.search_entries WHERE live
),
counted AS MATERIALIZED (
    SELECT f.number, f.place.entry_no AS entry_no, f.slots, sum(f.place.times) AS times
    FROM (
        SELECT t.number, t.slot, t.slots, unnest(p.places) AS place
        FROM store.postings p
        JOIN terms t ON t.token_no = p.token_no
    ) f
    GROUP BY ALL
    HAVING f.slots = 1 OR count(DISTINCT f.slot) = f.slots
),
candidates AS MATERIALIZED (
    SELECT c.number, c.entry_no, e.doc_id, t.needle
    FROM counted c
    JOIN (SELECT DISTINCT number, needle FROM terms) t ON t.number = c.number
    JOIN entries e ON e.entry_no = c.entry_no
    WHERE c.slots > 1
),
texts AS (
    SELECT r.doc_id, store.spaced(store.fold(store.plain(concat_ws(chr(10), r.title, r.text)))) AS words
    FROM store.revisions r
    WHERE (r.doc_id, r.number) IN (
        SELECT (h.doc_id, h.number) FROM store.heads h WHERE h.doc_id IN (SELECT doc_id FROM candidates)
    )
),
-- Spaces are doubled to count, so that one phrase can follow the other.
phrases AS (
    SELECT
        c.number, c.entry_no,
        (length(replace(x.words, ' ', '  ')) - length(replace(replace(x.words, ' ', '  '), replace(c.needle, ' ', '  '), '')))
        // length(replace(c.needle, ' ', '  ')) AS times
    FROM texts x
    JOIN candidates c ON c.doc_id = x.doc_id AND contains(x.words, c.needle)
),
matched AS MATERIALIZED (
    SELECT m.number, e.doc_id, e.words, m.times
    FROM (
        SELECT number, entry_no, times FROM counted WHERE slots = 1
        UNION ALL
        SELECT number, entry_no, times FROM phrases
    ) m
    JOIN entries e ON e.entry_no = m.entry_no
),
parts AS MATERIALIZED (
    SELECT
        t.number, t.sign, a.mean,
        ln(1 + (a.documents - coalesce(m.documents, 0) + 0.5) / (coalesce(m.documents, 0) + 0.5)) AS weight
    FROM (SELECT DISTINCT number, sign FROM terms) t
    CROSS JOIN (SELECT count(*) AS documents, sum(words) / count(*) AS mean FROM entries) a
    LEFT JOIN (SELECT number, count(*) AS documents FROM matched GROUP BY number) m ON m.number = t.number
),
scored AS (
    SELECT
        m.doc_id,
        sum(store.bm25(p.weight, m.times, m.words / p.mean)) FILTER (p.sign <> '-') AS score,
        count(*) FILTER (p.sign <> '-') AS found,
        count(*) FILTER (p.sign = '+') AS required,
        count(*) FILTER (p.sign = '-') AS excluded
    FROM matched m
    JOIN parts p ON p.number = m.number
    GROUP BY m.doc_id
)
SELECT s.doc_id, s.score::DOUBLE AS score, (a.parts - s.found)::INTEGER AS missing
FROM scored s
JOIN (SELECT count(*) FILTER (sign <> '-') AS parts, count(*) FILTER (sign = '+') AS required FROM parts) a
    ON a.required = s.required AND s.excluded = 0 AND s.found > 0;

CREATE MACRO search(query) AS TABLE
SELECT
    s.doc_id, s.score, s.missing, d.title, d.site, d.language, d.published_at, d.source, d.source_uri,
    d.canonical_url, c.canonical_doc_id, c.is_canonical, c.size AS copies
FROM store.ranked(query) s
JOIN documents d ON d.doc_id = s.doc_id
JOIN copies c ON c.doc_id = s.doc_id
ORDER BY s.score DESC, s.doc_id;
COMMENT ON MACRO TABLE search IS 'Documents that hold words of a query, best first by BM25: SELECT * FROM search(''flood "harbour wall" ferr* -museum'')';
