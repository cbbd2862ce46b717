#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever searches a PDF, or copies from it, gets the words that were written, in every script: what pdftotext gives is compared with the
source. Words of three letters and more must occur whole; of scripts that put no spaces between words, pieces of eight characters."""
import re
import unicodedata

import tap
from pdf_making import Pdf, words_of

ARABIC = """تتكوّن الغيوم عندما يصعد الهواء الدافئ المحمَّل ببخار الماء إلى طبقات أعلى وأبرد من الغلاف الجوّي. وهناك يتكاثف البخار حول ذرّات صغيرة
من الغبار أو الملح، فتنشأ قطرات دقيقة لا تكاد تُرى. وإذا كبرت القطرات وثقلت سقطت على الأرض مطرًا أو ثلجًا أو بردًا. ولا يبقى الماء في مكان واحد: فهو يجري في
الأنهار إلى البحر، ثم يتبخّر من جديد بفعل حرارة الشمس، وهذا ما يسمّيه العلماء دورة الماء. لأنّ الإنسان والحيوان والنبات لا تعيش بلا ماء، فالأمطار من أهمّ الأسباب
التي تجعل الحياة ممكنة. قاس الباحثون في عام 2019 نحو 1250 مليمترًا من المطر في الجبال، بينما لم يزد ما نزل في الصحراء على 40 مليمترًا."""
PERSIAN = """ابرها هنگامی پدید می‌آیند که هوای گرم و پر از بخار آب به لایه‌های بالاتر و سردتر جو می‌رود. در آنجا بخار آب گرد ذره‌های بسیار ریز گرد و غبار یا نمک
جمع می‌شود و قطره‌هایی می‌سازد که به سختی دیده می‌شوند. اگر این قطره‌ها بزرگ و سنگین شوند، به شکل باران یا برف یا تگرگ بر زمین می‌بارند. آب هرگز در یک جا نمی‌ماند؛ در
رودخانه‌ها به سوی دریا روان است و سپس با گرمای خورشید دوباره بخار می‌شود. دانشمندان این را چرخهٔ آب می‌نامند. پژوهشگران در سال ۱۳۹۸ نزدیک به ۱۲۵۰ میلی‌متر باران را
در کوهستان اندازه گرفتند، در حالی که در کویر بیش از ۴۰ میلی‌متر نبارید."""
URDU = """بادل اس وقت بنتے ہیں جب گرم ہوا پانی کے بخارات لے کر فضا کی اونچی اور ٹھنڈی تہوں تک پہنچتی ہے۔ وہاں بخارات گرد یا نمک کے ننھے ذروں کے گرد جمع ہو کر
باریک قطرے بنا لیتے ہیں جو مشکل سے دکھائی دیتے ہیں۔ جب یہ قطرے بڑے اور بھاری ہو جاتے ہیں تو بارش، برف یا اولوں کی صورت میں زمین پر گرتے ہیں۔ پانی کبھی ایک جگہ نہیں ٹھہرتا، وہ
دریاؤں کے ذریعے سمندر تک جاتا ہے اور سورج کی گرمی سے دوبارہ بھاپ بن جاتا ہے۔ سائنس دان اسے پانی کا چکر کہتے ہیں۔"""
HEBREW = """עננים נוצרים כאשר אוויר חם ולח עולה אל שכבות גבוהות וקרות יותר של האטמוספרה. שם האדים מתעבים סביב גרגרים זעירים של אבק או מלח, וכך נוצרות טיפות
קטנות שכמעט אינן נראות לעין. כאשר הטיפות גדלות ונעשות כבדות הן יורדות אל הארץ כגשם, כשלג או כברד. המים אינם נשארים במקום אחד: הם זורמים בנהרות אל הים, ומשם הם מתאדים
שוב בחום השמש. המדענים קוראים לכך מחזור המים. בשנת 2019 מדדו החוקרים כ־1250 מילימטרים של גשם בהרים, ואילו במדבר לא ירדו יותר מ־40 מילימטרים."""
CHINESE = """当温暖潮湿的空气上升到大气中更高更冷的地方时，云就形成了。水蒸气在那里围绕着微小的尘埃或盐粒凝结，变成几乎看不见的水滴。水滴越来越大，越来越重，最后变成雨、雪或者冰雹落到地面。
水从来不会停留在一个地方：它沿着河流流向大海，又在阳光的照射下重新蒸发。科学家把这个过程叫做水循环。没有水，人类、动物和植物都不能生存，所以降雨是生命得以延续的重要原因之一。"""
HINDI = """जब गर्म और नम हवा वायुमंडल की ऊँची और ठंडी परतों तक पहुँचती है, तब बादल बनते हैं। वहाँ जलवाष्प धूल या नमक के बहुत छोटे कणों के चारों ओर जमकर ऐसी बूँदें बनाती है जो मुश्किल से
दिखाई देती हैं। जब ये बूँदें बड़ी और भारी हो जाती हैं, तो वे वर्षा, हिम या ओलों के रूप में धरती पर गिरती हैं। पानी कभी एक स्थान पर नहीं रुकता: वह नदियों से होकर समुद्र तक जाता है और सूर्य की
गर्मी से फिर भाप बन जाता है। वैज्ञानिक इसे जलचक्र कहते हैं। मनुष्य, पशु और पौधे जल के बिना जीवित नहीं रह सकते।"""
THAI = """เมฆเกิดขึ้นเมื่ออากาศอุ่นและชื้นลอยตัวขึ้นไปยังชั้นบรรยากาศที่สูงและเย็นกว่า ที่นั่นไอน้ำจะกลั่นตัวรอบอนุภาคเล็กๆ ของฝุ่นหรือเกลือ กลายเป็นหยดน้ำที่แทบมองไม่เห็น
เมื่อหยดน้ำเหล่านี้โตขึ้นและหนักขึ้นก็จะตกลงสู่พื้นดินเป็นฝน หิมะ หรือลูกเห็บ น้ำไม่เคยหยุดอยู่กับที่ มันไหลไปตามแม่น้ำลงสู่ทะเล แล้วระเหยขึ้นไปอีกครั้งด้วยความร้อนของดวงอาทิตย์
นักวิทยาศาสตร์เรียกสิ่งนี้ว่าวัฏจักรของน้ำ มนุษย์ สัตว์ และพืชทั้งหลายไม่อาจมีชีวิตอยู่ได้โดยปราศจากน้ำ"""
KAZAKH = """Жылы әрі ылғалды ауа атмосфераның биік және салқын қабаттарына көтерілгенде бұлттар пайда болады. Ол жерде су буы шаңның немесе тұздың ұсақ түйіршіктерінің айналасында
қоюланып, көзге әрең көрінетін тамшыларға айналады. Тамшылар үлкейіп, ауырлағанда жерге жаңбыр, қар немесе бұршақ болып жауады. Су ешқашан бір орында тұрмайды: өзендермен теңізге ағады, содан кейін
күннің қызуынан қайтадан буланады. Ғалымдар мұны судың айналымы деп атайды."""
RUSSIAN = """Облака образуются, когда тёплый и влажный воздух поднимается в более высокие и холодные слои атмосферы. Там водяной пар сгущается вокруг мельчайших частиц пыли или соли и
превращается в капли, которые едва различимы глазом. Когда капли становятся крупными и тяжёлыми, они падают на землю дождём, снегом или градом. Вода никогда не остаётся на одном месте: она течёт по рекам в
море, а затем снова испаряется под действием солнечного тепла. Учёные называют это круговоротом воды."""
ENGLISH = """Clouds form when warm and moist air rises to the higher and colder layers of the atmosphere. There the vapour condenses around tiny grains of dust or salt and becomes
droplets that can hardly be seen. Once these have grown large and heavy they fall to the ground as rain, snow or hail. Water never stays in one place: it flows through the rivers to the sea, and evaporates again
in the heat of the sun. Scientists call this the water cycle; it is an office of efficient affluence, and a difficult waffle."""

LATIN = {"ar": "The word H2O is Latin.", "he": "The word H2O is Latin."}


def page(text):
    """The same words in lines of many lengths: running text, narrow cells, deep lists, a quotation and a note."""
    sentences = re.split(r"(?<=[.。؛।؟:۔])\s*", text.replace("\n", " "))
    sentences = sentences if len(sentences) > 2 else text.split()
    items = "".join(f"<li>{sentence}</li>" for sentence in sentences if sentence)
    cells = "".join(f"<td>{sentence}</td>" for sentence in sentences[:3])
    marked = re.sub(r"(\w{4,}) (\w{4,})", r"<em>\1</em> <strong>\2</strong>", text, count=6)
    return (f"<h1>{sentences[0]}</h1><p>{text}</p><p>{marked}</p><ul>{items}<li><ol>{items}</ol></li></ul>"
            f"<table><tr>{cells}</tr></table><blockquote><p>{text}</p></blockquote><h2>{sentences[1]}</h2><p>{text}</p>")


def pieces(text, size=8):
    solid = "".join(unicodedata.normalize("NFKC", text).split())
    return [solid[i:i + size] for i in range(0, len(solid) - size + 1, size)]


def solid(text):
    """Without space, and without heads and folios between two pages of one text."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def share_of_pieces(pdf, *options):
    shown = solid(pdf.text(*options))
    wanted = [piece for part in re.split(r"<[^>]*>", pdf.body) for piece in pieces(part)]
    return sum(piece in shown for piece in wanted) / len(wanted)


def letters(word):
    """Without signs, and without the joiners and marks of direction that have no place on paper."""
    return "".join(c for c in word if unicodedata.category(c)[0] in "LMN")


def share_of_words(pdf):
    def split(text):
        normal = unicodedata.normalize("NFKC", text).replace("\u00ad\n", "").replace("-\n", "")
        return [letters(word) for word in re.split(r"[\s\u202a-\u202e־]+", normal)]

    shown = set(split(pdf.text()))
    wanted = [word for word in split(" ".join(words_of(pdf.body))) if len(word) >= 3]
    missing = [word for word in wanted if word not in shown]
    if missing:
        tap.comment(f"not found: {missing[:10]}")
    return 1 - len(missing) / len(wanted)


def check(language, text, least, share=share_of_words, *options):
    pdf = Pdf(page(text), language=language)
    found = share(pdf, *options)
    tap.comment(f"{language}: {100 * found:.2f} %")
    assert found >= least, f"{language}: {100 * found:.2f} % of the words are found, not {100 * least:.0f} %"
    pdf.assert_rules()


@tap.test
def arabic():
    "Arabic words come back"
    check("ar", ARABIC, .97)


@tap.test
def persian():
    "Persian words come back"
    check("fa", PERSIAN, .95)


@tap.test
def urdu():
    "Urdu words come back"
    check("ur", URDU, .95)


@tap.test
def hebrew():
    "Hebrew words come back"
    check("he", HEBREW, .99)


@tap.test
def chinese():
    "Chinese text comes back"
    check("zh", CHINESE, .99, share_of_pieces)


@tap.test
def hindi():
    "Hindi text comes back"
    check("hi", HINDI, .99, share_of_pieces)


@tap.test
def thai():
    "Thai text comes back in the order of the file; poppler's own order turns marks round that take no width"
    check("th", THAI, .95, share_of_pieces, "-raw")


@tap.test
def cyrillic():
    "Russian and Kazakh words come back"
    check("ru", RUSSIAN, .99)
    check("kk", KAZAKH, .99)


@tap.test
def english():
    "English words come back, those with ligatures too"
    check("en", ENGLISH, .99)


@tap.test
def mixed():
    "Words of one direction in a text of the other come back"
    check("ar", ARABIC.replace(". ", f". {LATIN['ar']} "), .97)
    check("en", ENGLISH + " " + HEBREW[:300] + " and " + ARABIC[:200], .95)


@tap.test
def said():
    "The structure says texts from right to left letter by letter, whatever the pages' order"
    for language, text in (("ar", ARABIC), ("fa", PERSIAN), ("ur", URDU), ("he", HEBREW)):
        pdf = Pdf(page(text), language=language)
        there = solid(pdf.tagged())
        for sentence in re.split(r"<[^>]*>", pdf.body):
            assert solid(sentence) in there, sentence


@tap.test
def spaced():
    "The structure has a space between two words also where a line ends, and no hyphen that was not written"
    for language, text in (("en", ENGLISH), ("ru", RUSSIAN), ("ar", ARABIC)):
        there = " ".join(Pdf(page(text), language=language).tagged().split())
        assert " ".join(text.split()) in there, language


tap.main()
