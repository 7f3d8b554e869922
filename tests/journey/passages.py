"""Sentences, fields and rows that the examples quote, as the documents have them."""

from __future__ import annotations

RENAMED = (
    "In late 2013, the LTS prompted a campaign for political legality as a National Political Association. "
    "In May 2014, the INE granted them legality and the LTS renamed itself as MTS."
)
FOUNDATION = "Foundation: 1988 (as LTS, later ) , 2014 (as )"
ORIGINS = (
    "Its origins date back to 1988 when a section of the Worker Socialist Party (POS, then called Zapatist "
    "Workers Party) was expelled in January of that year."
)
EXPELLED = (
    'The expelled group formed the "Trotskyist Revolutionary Fraction", then adopting the name League of '
    "Workers for Socialism (LTS)."
)
OPENING = (
    "The Socialist Workers Movement (MTS) is a far-left Mexican National Political Association. It was formed in "
    "2014 by the former League of Workers for Socialism – Countercurrent (Liga de Trabajadores por el Socialismo "
    "– Contracorriente, LTS-CC) for registration with the National Electoral Institute."
)
NEWSPAPER = "Newspaper: Estrategia Obrera (1997–2014) , Tribuna Socialista (2014–2015) , La Izquierda Diario (2015–)"
YOUTH = (
    "Youth Wing: Contracorriente (1997–2012), Juventud Anticapitalista, Socialista y Revolucionaria (2012–2014), "
    "Agrupación Juvenil Anticapitalista (2014–)"
)
PAN_Y_ROSAS = (
    "Since 2010 some militants of the LTS along with independent women created the women's group Pan y Rosas "
    "(Bread and Roses), an organization that also exists in other Latin American countries and during the "
    "earthquake in Haiti prompted an international campaign for the departure of the UN and MINUSTAH troops in "
    "that country."
)
ARMAS = (
    "Also in 2010, the LTS formed the publishing house Armas de la Crítica (Weapons of criticism), whose first "
    "publication was the book Pan y Rosas: Pertenencia de género y antagonismo de clase en el capitalismo (Bread "
    "and Roses: gender belonging and class antagonism in capitalism) by Andrea D'Atri; later Armas de la Crítica "
    "released México en Llamas (Mexico Ablaze): a book telling the little-known anti-capitalist side of the "
    "Mexican Revolution."
)
ROW_2016 = (
    "| 2016 | | Constituent Assembly of Mexico City | Formula 5 – Anticapitalists to the Constituent Assembly | "
    "Sergio Abraham Méndez Moissen | 10,720 | 0.51 | |"
)
ROW_2018 = (
    "| 2018 | | 32nd Local District – Coyoacán | Anticapitalistas al Congreso de la Ciudad de México | "
    "Juana Mirna Sulem Estrada Saldaña | 2,863 | 1.85 | |"
)
PHRASE = "about 11 thousand votes (6% of the people voting for independent in the electoral roll)"
FORMULA = (
    "Released as the Anti-capitalist 5th Formula and headed by professors Sergio Moissen and Sulem Estrada, they "
    f"obtained {PHRASE}, being the first socialist candidacy in the country after decades of proscription to the "
    "anti-capitalist left."
)
CANDIDACY = (
    "In 2016, after the Political Reform of the Federal District, the MTS decided to participate in the election "
    "of the Constituent Assembly of Mexico City with an independent candidacy."
)
AGAIN = "They did so again in 2018 contending for the 32nd District in the Coyoacán borough, obtaining 2,863 votes."
TRAP = (
    "In 2000, they denounced the negotiated transition as a trap, where PRI, PAN and PRD sought to maintain the "
    "regime's stability with an electoral change while maintaining the features of recent decades and its "
    "economic plans of hunger and misery."
)
OAXACA = (
    "In 2006, they took a leading part in the struggle in Oaxaca, organizing solidarity with the APPO and the "
    "fight against electoral fraud."
)
DIARIO = (
    "Since 2015, the MTS prompted a new media, La Izquierda Diario, as part of an international network of "
    "digital newspapers."
)
CONGRESS = (
    "A spirit of optimistic internationalism permeated the 19th Partido Obrero Socialista (POS) Congress convened "
    "the first weekend of August in Mexico City."
)
MEMBERS_OF_CRIR = (
    "POS and the other members of CRIR consider this a critical issue for the entire Left internationally to address."
)
COLLABORATION = (
    "The meeting concluded on a high note as the POS voted to deepen its collaboration with LUS, based on the "
    "political agreement arrived at during the congress."
)
FUSION = "Hopes are that this will lead to fusion between the two groups in a new, stronger organization."
CONSENSUS = (
    "The general consensus was that the election of Andrés Manuel López Obrador as president of Mexico was not "
    "going to be a solution to the problems facing workers and the poor."
)
REJECTION = (
    "Congress participants viewed the election as a massive rejection of the three major capitalist parties that "
    "have ruled the country in the past."
)
FIRST_STEPS = (
    "López Obrador’s election has lifted hopes for meaningful changes in the lives of the vast majority of "
    "Mexicans. However, he is already showing his true colors in his cabinet appointments and his promise of "
    "amnesty for crooked politicians and drug traffickers."
)
GOVERNMENT = "The government of Andrés Manuel López Obrador is approaching its final year."
MARCH = (
    "1.2 million people flooded the streets of Mexico City in response to Andrés Manuel López Obrador’s call for "
    "a march."
)
TRUMP = (
    "An exchange ensued around the nature of world imperialism in light of the election of President Trump, "
    "including discussion of the depth of the economic challenge to U.S. hegemony represented by China and other "
    "countries."
)
DEATHS = (
    "On March 27, a humanitarian catastrophe occurred at a migration detention center in Ciudad Juárez, which "
    "resulted in around 40 deaths and more than 20 people being left in critical condition."
)
GUESTS = (
    "Among the guests were members of two other Mexican Trotskyist groups — Liga de Unidad Socialista (LUS) and "
    "Coordinadora Socialista Revolucionaria (CSR) — as well as Arturo Campos, a recently freed political prisoner "
    "from Guerrero."
)
ORGANIZER = (
    "Campos is a respected indigenous self-defense organizer with Coordinatora Regional de Autoridades "
    "Comunitarias (CRAC)."
)
MYSELF = (
    "Oscar Castro with Argentina’s Convergencia Socialista-La Verdad (CS-LV) and myself, as a representative of "
    "the Freedom Socialist Party-U.S., also took part in the proceedings, reflecting our collaboration with POS in "
    "the Committee for Revolutionary International Regroupment (CRIR)."
)
KAREN = (
    "Our Mexican comrade Karen Campos (organizer with La Izquierda Socialista) speaks at our online Marxist School "
    "on the struggle against femicides and gender violence in Mexico."
)
ZAPATA = (
    "Socialist Revolution editor John Peterson gives an account of the lives of Pancho Villa, Emiliano Zapata, and "
    "their role in the extraordinary events of the Mexican Revolution."
)
DECESOS = (
    "En un centro de detención migratoria del Instituto Nacional de Migración (INM) en Ciudad Juárez, Chihuahua, se "
    "registró una catástrofe humanitaria, en la que hubo decesos. Al momento de escribir este artículo se habla de "
    "[…]"
)
