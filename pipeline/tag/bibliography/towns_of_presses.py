"""Towns in which scholarly books are published, beside the large ones that notes name without a year, too.

In an entry that ends with its place alone nothing but the name shows that it is one: `…, Opladen.` A closed table: no
gazetteer, whose small towns are words and surnames as well.
"""

from pipeline.tag.words.name_tables import word_set

TOWNS_OF_PRESSES = "|".join(
    town.replace("_", r"\s").replace(".", r"\.")
    for town in sorted(
        word_set(
            """
            Augsburg Bad_Heilbrunn Baltmannsweiler Bamberg Bayreuth Bochum Braunschweig Bremen Bremerhaven Chemnitz
            Cottbus Dortmund Duisburg Eichstätt Erfurt Erlangen Essen Esslingen Flensburg Fulda Gießen Giessen
            Greifswald Gütersloh Hagen Herbolzheim Hildesheim Idstein Kaiserslautern Karlsruhe Kassel Kiel Koblenz
            Konstanz Krefeld Kronberg Königstein Lüneburg Ludwigsburg Ludwigshafen Lübeck Magdeburg Mannheim
            Meisenheim Mering Neuwied Nürnberg Oldenburg Osnabrück Passau Pfaffenweiler Potsdam Regensburg Reinbek
            Rostock Saarbrücken Schwalbach Siegen Speyer Trier Tutzing Ulm Weilerswist Weinheim Wuppertal Bozen
            Eisenstadt Feldkirch Klagenfurt Linz St._Pölten Chur Fribourg Genf Luzern Neuchâtel Rüschlikon St._Gallen
            Winterthur Brüssel Luxemburg Luxembourg Maastricht Nijmegen Tilburg Enschede Kopenhagen Göteborg
            Gothenburg Lund Umeå Bergen Aarhus Tampere Turku Rom Mailand Neapel Venedig Florenz Padua Perugia Catania
            Lissabon Lisbon Athen Prag Prague Brno Olomouc Bratislava Warschau Warsaw Krakau Cracow Poznań Posen Łódź
            Wrocław Gdańsk Ljubljana Maribor Zagreb Belgrad Belgrade Beograd Sarajevo Skopje Bukarest Debrecen Szeged
            Moskau Kiew Kiev Minsk Riga Tallinn Tartu Vilnius Kairo Tel_Aviv Haifa Peking Bangkok Jakarta Manila Hanoi
            Taipeh Tokio Osaka Nagoya Karachi Dhaka Colombo Accra Kampala Dar_es_Salaam Harare Lusaka Addis_Ababa
            Khartoum Windhoek Pretoria Cape_Town Kapstadt Durban Canberra Adelaide Brisbane Perth Auckland Wellington
            Dunedin Ottawa Vancouver Waterloo Montreal Abingdon Aberdeen Belfast Brighton Buckingham Canterbury Cardiff
            Cheltenham Colchester Coventry Durham Exeter Guildford Harlow Harmondsworth Houndmills Hove Lancaster
            Leicester Loughborough Maidenhead Milton_Keynes Newcastle Norwich Nottingham Sheffield Southampton Swindon
            Warwick York Ann_Arbor Armonk Atlanta Austin Beverly_Hills Bloomington Boulder Chapel_Hill Cincinnati
            Cleveland Columbus Dallas Denver Detroit East_Lansing Englewood_Cliffs Gainesville Garden_City Glencoe
            Greenwich Hillsdale Hoboken Homewood Houston Indianapolis Iowa_City Knoxville Lanham Lexington Madison
            Mahwah Malden Milwaukee Minneapolis Morristown Nashville Newark Newbury_Park New_Brunswick Northampton
            Norwood Notre_Dame Palo_Alto Pittsburgh Portland Reston Rockville San_Diego Santa_Barbara Santa_Monica
            Seattle Springfield St._Louis St._Paul Stamford Syracuse Tampa Tempe Thousand_Oaks Totowa Tucson Urbana
            Westport Caracas La_Paz Quito Montevideo San_José Managua Zaragoza Bilbao Málaga Murcia Oviedo Pamplona
            """
        )
    )
)
