"""The encoding of text that declares none is found from its bytes."""

import pytest

from ingest.decode import decode

# For each language a sentence, what follows it in a longer text, and the encodings it is commonly in.
TEXTS = {
    "French": (
        "Le café du port a rouvert à Fenn, où les clients étaient déjà nombreux dès l’aube.",
        " La mairie a payé les travaux, soit près de deux millions d’euros. « C’était très long », dit-elle.",
        ("cp1252",),
    ),
    "Italian": (
        "La città è pronta: più traghetti partiranno lunedì dal porto nuovo.",
        " Il sindaco dice che così si potrà lavorare tutto l'anno. La società non ha ancora parlato.",
        ("cp1252", "latin-1"),
    ),
    "Dutch": (
        "Er vaart maar één veerboot naar het eiland, zei de burgemeester.",
        " De raad besloot dinsdag dat er een tweede bij komt. De reünie van de zeeliëden is financiële onzin.",
        ("cp1252", "latin-1"),
    ),
    "German": (
        "Die Fähre fährt wieder, sagte der Bürgermeister am Dienstag.",
        " Für die Straße zum Hafen fehlt noch Geld. Die Gegner hörten zu und schwiegen schließlich.",
        ("cp1252", "latin-1"),
    ),
    "Spanish": (
        "El alcalde anunció que mañana volverá a salir el transbordador.",
        " ¿Cuánto costará el viaje a la isla? La compañía no respondió, según dijo un portavoz.",
        ("cp1252", "latin-1"),
    ),
    "Portuguese": (
        "A câmara não aprovou a nova ligação marítima à ilha.",
        " Os vereadores dirão amanhã o que pensam da decisão. A oposição já pediu explicações.",
        ("cp1252", "latin-1"),
    ),
    "Swedish": (
        "Färjan går igen på måndag, säger hamnchefen på ön.",
        " Det blev dyrare än väntat att bygga bryggan. Många resenärer hade köpt biljetter i förväg.",
        ("cp1252", "latin-1"),
    ),
    "Norwegian": (
        "Ferjen går igjen på mandag, sier ordføreren i Fjæravåg.",
        " Det ble dyrere å bygge kaien enn først antatt. Øyboerne har ventet i hele høst og håper på bedring.",
        ("cp1252", "latin-1"),
    ),
    "Polish": (
        "Rada miejska przegłosowała we wtorek nową linię promową.",
        " Burmistrz powiedziała, że ceny się nie zmienią. Później odbędzie się spotkanie z mieszkańcami wyspy.",
        ("cp1250", "iso8859-2"),
    ),
    "Czech": (
        "Městská rada v úterý schválila novou linku přívozu na ostrov.",
        " Starostka řekla, že ceny zůstanou stejné. Příští týden začnou dělníci opravovat staré molo.",
        ("cp1250", "iso8859-2"),
    ),
    "Hungarian": (
        "A városi tanács kedden megszavazta az új kompjáratot a szigetre.",
        " A polgármester szerint a jegyek ára nem nő. Az első hajó jövő hétfőn indul a kikötőből.",
        ("cp1250", "iso8859-2"),
    ),
    "Romanian": (
        "Consiliul orăşenesc a votat marţi noua linie de feribot către insulă.",
        " Primarul a spus că preţurile rămân aceleaşi. Lucrările vor începe săptămâna viitoare în port.",
        ("cp1250", "iso8859-2"),
    ),
    "Russian": (
        "Городской совет во вторник проголосовал за новую паромную линию.",
        " Мэр сказала, что цены не изменятся. На следующей неделе рабочие начнут чинить старый причал.",
        ("cp1251", "koi8-r"),
    ),
    "Greek": (
        "Το δημοτικό συμβούλιο ψήφισε την Τρίτη τη νέα γραμμή πλοίων.",
        " Η δήμαρχος είπε ότι οι τιμές δεν θα αλλάξουν. Το πρώτο πλοίο φεύγει τη Δευτέρα το πρωί.",
        ("cp1253", "iso8859-7"),
    ),
    "Turkish": (
        "Belediye meclisi salı günü adaya yeni vapur hattını onayladı.",
        " Başkan, fiyatların değişmeyeceğini söyledi. İlk sefer gelecek hafta sabah erken saatte yapılacak.",
        ("cp1254",),
    ),
    "Japanese": (
        "市議会は火曜日、新しいフェリー航路を承認した。市長は料金は変わらないと述べた。",
        "工事は来週から始まる予定で、古い船着き場は閉鎖される。住民は長い間この日を待っていた。",
        ("shift_jis", "euc_jp"),
    ),
    "Chinese": (
        "市议会星期二批准了新的渡轮航线,市长表示票价不会改变。",
        "工程将于下周开始,旧码头将关闭。居民们说,他们已经等了很久,希望冬天之前能够通航。",
        ("gb18030",),
    ),
    "Chinese, traditional": (
        "市議會星期二批准了新的渡輪航線,市長表示票價不會改變。",
        "工程將於下週開始,舊碼頭將關閉。居民們說,他們已經等了很久,希望冬天之前能夠通航。",
        ("big5",),
    ),
    "Korean": (
        "시의회는 화요일에 새로운 여객선 노선을 승인했다고 밝혔다.",
        " 시장은 요금이 오르지 않을 것이라고 말했다. 공사는 다음 주에 시작되며 낡은 부두는 문을 닫는다.",
        ("euc_kr",),
    ),
    "Hebrew": (
        "מועצת העיר אישרה ביום שלישי את קו המעבורת החדש אל האי.",
        " ראש העיר אמרה שהמחירים לא ישתנו. העבודות יתחילו בשבוע הבא והרציף הישן ייסגר.",
        ("cp1255",),
    ),
    "Arabic": (
        "وافق مجلس المدينة يوم الثلاثاء على خط العبارات الجديد إلى الجزيرة.",
        " وقالت رئيسة البلدية إن الأسعار لن تتغير. وستبدأ الأعمال في الأسبوع المقبل في الميناء القديم.",
        ("cp1256",),
    ),
}
CASES = [
    pytest.param(text, encoding, id=f"{language}-{length}-{encoding}")
    for language, (sentence, more, encodings) in TEXTS.items()
    for length, text in (("sentence", sentence), ("longer", sentence + more))
    for encoding in encodings
]


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_language_in_its_common_encoding(text: str, encoding: str) -> None:
    """A sentence and a longer text come out as they were written."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        "It’s done.",
        "“We’re open,” she said – at last.",
        "À la une: les élèves",
        "À la une: trois écoles fermées, des élèves sans cantine",
        "één",
        "The café is open.",
        "Fares rise to £4 in May.",
        "The ferry company Börje & Söner pays €5 million.",
        "Perché no? Sarà così.",
        "Une même forêt.",
        "The naïve façade of Señor Núñez.",
    ],
)
def test_few_western_letters_and_signs(text: str) -> None:
    """A short Western text with a few letters or signs beyond ASCII is read in the commonest code page."""
    assert decode(text.encode("cp1252")) == text


def test_letters_that_one_western_code_page_has_elsewhere() -> None:
    """A fraction inside words shows that the text is in the later Western code page."""
    text = "Le cœur de la sœur coûte très cher à la ville, où les élèves sont déjà là."
    assert decode(text.encode("iso8859-15")) == text
