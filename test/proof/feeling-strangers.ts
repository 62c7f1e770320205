/** What customers may write in languages that the judge was never taught: none of it may be judged. */
export const strangers: Readonly<Record<string, readonly string[]>> = {
  German: [
    'Ich bin mit der Beratung sehr unzufrieden, niemand konnte mir helfen.',
    'Das Paket ist pünktlich angekommen und alles war in Ordnung.',
    'Der Techniker war freundlich und hat das Problem schnell gelöst.',
  ],
  French: [
    'La livraison a pris trois semaines et personne ne m’a prévenu.',
    'Je recommande vivement cette boutique, l’accueil était parfait.',
    'Le produit ne fonctionne pas et je veux être remboursé.',
  ],
  Italian: [
    'Sono molto soddisfatto del vostro lavoro, complimenti a tutti.',
    'Il prodotto è arrivato rotto e nessuno risponde alle mie domande.',
  ],
  Finnish: [
    'Olen erittäin pettynyt teidän asiakaspalveluun.',
    'Toimitus oli nopea ja tuote oli juuri sellainen kuin halusin.',
  ],
  Hungarian: ['Nagyon elégedett vagyok a szolgáltatással.', 'Három hete várok a csomagra és senki sem válaszol.'],
  Polish: ['Jestem bardzo zadowolona z zakupu, wszystko działa.', 'Nigdy więcej nie kupię niczego w tym sklepie.'],
  Turkish: ['Ürün kırık geldi ve kimse telefona cevap vermiyor.', 'Personel çok nazikti, herkese tavsiye ederim.'],
  Swedish: [
    'Jag är mycket nöjd med hjälpen jag fick av er personal.',
    'Varan kom fram trasig och ingen svarar på mina mejl.',
  ],
  Ukrainian: ['Я дуже задоволена вашою роботою, усе зробили швидко.', 'Ніхто не відповів на мої листи протягом тижня.'],
  Chinese: ['快递迟到了五天，客服也不回复。', '店员很热情，下次还会再来。'],
  Japanese: ['電話してもつながらず、とても困りました。', '店員さんが丁寧で、また利用したいです。'],
  Arabic: ['أنا غير راض عن الخدمة ولم يساعدني أحد', 'التوصيل سريع والموظفون لطفاء جدا'],
  Greek: ['Η εξυπηρέτηση ήταν άψογη και το προσωπικό ευγενικό.'],
  Hebrew: ['השירות היה גרוע ואף אחד לא ענה לי'],
  Hindi: ['सेवा बहुत खराब थी और किसी ने जवाब नहीं दिया।'],
  Korean: ['배송이 너무 늦고 아무도 전화를 받지 않아요.'],
  Vietnamese: ['Dịch vụ rất tốt, tôi sẽ quay lại lần sau.'],
  Indonesian: ['Barang yang saya pesan rusak dan tidak ada yang membalas.'],
  'no language': ['dfkjgh wpoiq zmxnb qpwoe', 'ghjkl;; tyuiop vbnmxc'],
};
