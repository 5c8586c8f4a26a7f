using System.Globalization;
using System.Runtime.CompilerServices;

namespace Croisee.Tests.Words;

/// <summary>
/// The words of the sentences kept in <c>Words/Traces/*.txt</c>: other names, numbers, dates and illnesses than those of the
/// first corpus, drawn in the many ways people write them.
/// </summary>
internal sealed class TraceCorpusWider(Random random, bool unseen)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly string[] Months = TraceCorpusWords.Months;

    private static readonly string[] Surnames = List("Lambert|Fournier|Masson|Barbier|Perrin|Meunier|Bourgeois|Sanchez|Meyer|Koné|Cissé|Tran|Hoang|Öztürk|Yildiz|Kowalski|Ferreira|Dos Santos|Le Roux|Le Gall|Cariou|Jaouen|Etchegaray|Casanova|Colonna|Wagner|Zimmermann|Vandenbossche|De Smet|Rakotomalala|Payet|Hoarau|Delorme|Deschamps|Dubois|Dumont|Gauthier|Bonnet|Mercier|Faure|Blanchard|Joly|Rivière|Brun|Colin|Caron|Leroy|Renard|Lebon|Petitjean|Roche|Prévost|Bâ|Sow|Camara|Mbaye|Belkacem|Bouzid|Chérif|Abdallah|Ivanov|Kovacs|Pereira|Martinez|Fernandez|Rossi|Bianchi|De Villepreux|Tessier|Hubert|Noël|Vidal|Bouvier|Leclerc|Guérin|Maillard|Pons|Labbé|Toussaint|Bertin");
    private static readonly string[] FirstNames = List("Louise|Germaine|Yvette|Simone|Jacqueline|Odette|Lucienne|Raymonde|Denise|Colette|Thérèse|Brigitte|Martine|Véronique|Sandrine|Stéphanie|Aurélie|Julie|Manon|Inès|Jade|Lina|Assia|Khadija|Awa|Rokia|Sandra|Maria|Ana|Ewa|Irina|Mei|Thi Lan|Maëva|Solène|Gwenaëlle|Anne-Laure|Marie-Claude|Henri|Roger|Maurice|Raymond|Lucien|Fernand|Émile|Bernard|Daniel|Alain|Patrick|Éric|Laurent|Sébastien|Julien|Mathieu|Enzo|Léo|Rayan|Yanis|Ibrahima|Moussa|Abdoulaye|Ahmed|Slimane|Rachid|Joao|Pedro|Piotr|Ivan|Minh|Loïc|Yann|Erwan|Jean-Marc|Jean-Claude|Pierre-Yves|Noé|Malo|Timéo|Eliott|Ozan|Sami");
    private static readonly string[] Towns = List("Tours|Le Havre|Albi|Saint-Étienne|Fort-de-France|Quimper|Montluçon|Villeurbanne|Bourg-en-Bresse|La Rochelle|Alger|Dakar|Porto|Cayenne|Mende|Épinal");

    private static readonly string[] Illnesses = List("un cancer de la prostate|un cancer du côlon|une leucémie|la maladie de Parkinson|la maladie d’Alzheimer|la maladie de Crohn|une sclérose en plaques|une sclérose latérale amyotrophique|un diabète insulinodépendant|du diabète|de l’hypertension|une insuffisance rénale chronique|une insuffisance respiratoire|une cirrhose|une hépatite C|une polyarthrite rhumatoïde|une fibromyalgie|une spondylarthrite|une maladie de Lyme|une épilepsie|une dépression|un burn-out|des troubles bipolaires|une schizophrénie|des troubles anxieux|des troubles du comportement alimentaire|une anorexie|un trouble du spectre de l’autisme|une trisomie 21|une déficience intellectuelle|une déficience visuelle|un handicap psychique|un handicap moteur|une paralysie cérébrale|une myopathie|une mucoviscidose|une drépanocytose|une dégénérescence maculaire|un glaucome|une surdité profonde|une aphasie|une hémiplégie|une BPCO|un emphysème|de l’asthme|de l’arthrose|une endométriose|un lupus|un ulcère|un mélanome|une tuberculose|le VIH|la SEP|une démence à corps de Lewy|une maladie cœliaque|une embolie pulmonaire|un eczéma géant|une addiction à l’alcool|une addiction aux jeux|des crises d’angoisse|des problèmes de thyroïde|une malformation cardiaque|une bronchite chronique");
    private static readonly string[] Feminine = List("diabétique|asthmatique|épileptique|schizophrène|bipolaire|autiste|trisomique|sourde|malentendante|muette|aveugle|malvoyante|non voyante|hémiplégique|paraplégique|tétraplégique|aphasique|dialysée|cardiaque|cancéreuse|alcoolique|toxicomane|dépressive|anorexique|boulimique|hyperactive|dyslexique|dyspraxique|polyhandicapée|handicapée|handicapée mentale|en fauteuil roulant|en situation de handicap|sous oxygène|insuffisante rénale|incontinente|hypertendue|obèse|séropositive|invalide|en dépression|à mobilité réduite|cérébrolésée|déficiente intellectuelle|insulinodépendante|désorientée|démente|sourde et muette|atteinte d’Alzheimer");
    private static readonly string[] Masculine = List("diabétique|asthmatique|épileptique|schizophrène|bipolaire|autiste|trisomique|sourd|malentendant|muet|aveugle|malvoyant|non voyant|hémiplégique|paraplégique|tétraplégique|aphasique|dialysé|cardiaque|cancéreux|alcoolique|toxicomane|dépressif|anorexique|hyperactif|dyslexique|dyspraxique|polyhandicapé|handicapé|handicapé moteur|en fauteuil roulant|en situation de handicap|sous oxygène|insuffisant rénal|incontinent|hypertendu|obèse|séropositif|invalide|en dépression|à mobilité réduite|cérébrolésé|déficient intellectuel|insulinodépendant|désorienté|dément|sourd et muet|atteint d’Alzheimer");

    public string Draw(string slot) => slot switch
    {
        "mmeW" => Pick("Mme", "Mme", "Madame", "Mlle", "Mademoiselle", "MME"),
        "MMEW" => Pick("MME", "MADAME", "M.", "MR"),
        "mW" => Pick("M.", "M.", "Monsieur", "Mr", "Mr."),
        "drW" => Pick("Dr", "Dr.", "docteur", "Docteur", "DR"),
        "drW2" => Pick("Le Dr", "Dr", "Le docteur", "Docteur"),
        "surW" => Pick(unseen ? TraceCorpusUnseen.Surnames : Surnames),
        "SURW" => Pick(unseen ? TraceCorpusUnseen.Surnames : Surnames).ToUpper(French),
        "lowW" => Pick(unseen ? TraceCorpusUnseen.Surnames : Surnames).ToLower(French),
        "fW" => Pick(unseen ? TraceCorpusUnseen.FirstNames : FirstNames),
        "L" => ((char)('A' + random.Next(19))).ToString(),
        "townW" => Pick(Towns),
        "telW" => Phone(),
        "mailW" => Mail(),
        "nirW" => Nir(),
        "dobW" => Birth(),
        "dobL" => $"{Day()} {Pick(Months)} {Year()}",
        "dobday" => $"{Day()} {Pick(Months)}",
        "monthyear" => Pick($"{Pick(Months)} {Year()}", Year().ToString(French)),
        "roomW" => Pick($"{random.Next(1, 420)}", $"{random.Next(1, 420)}", $"{random.Next(1, 420)} bis", $"{Pick("A", "B", "C")}{random.Next(1, 40)}", $"{random.Next(1, 40)}{Pick("A", "b")}", $"{Pick("A", "B")}-{random.Next(101, 340)}"),
        "illNW" => Pick(unseen ? TraceCorpusUnseen.Illnesses : Illnesses),
        "illFW" => Pick(unseen ? TraceCorpusUnseen.Feminine : Feminine),
        "illMW" => Pick(unseen ? TraceCorpusUnseen.Masculine : Masculine),
        "deill" => Of(Pick(unseen ? TraceCorpusUnseen.Illnesses : Illnesses)),
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "no such slot"),
    };

    /// <summary>The lines of one file of sentences: those that hold marked traces, and the traps.</summary>
    public static (string[] Planted, string[] Traps) Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), name + ".txt")).Where(l => l.Length > 0 && l[0] != '#').ToArray();
        return ([.. lines.Where(IsPlanted)], [.. lines.Where(l => !IsPlanted(l))]);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Traces");

    private static bool IsPlanted(string line) => line.Contains('<', StringComparison.Ordinal) || line.Contains("{deill}", StringComparison.Ordinal);

    // « d’un cancer », « du VIH », « de la maladie de Crohn », « d’hypertension »
    private static string Of(string illness)
    {
        var start = illness.StartsWith("le ", StringComparison.Ordinal) ? "<H|du " + illness[3..]
            : illness.StartsWith("des ", StringComparison.Ordinal) ? "de <H|" + illness[4..]
            : illness.StartsWith("du ", StringComparison.Ordinal) ? "<H|" + illness
            : illness.StartsWith("de l’", StringComparison.Ordinal) ? "<H|" + illness
            : illness[0] == 'u' ? "<H|d’" + illness : "<H|de " + illness;
        return start + ">";
    }

    private int Year() => random.Next(1928, 2012);

    private string Day() => random.Next(9) == 0 ? "1er" : random.Next(2, 29).ToString(French);

    private string Birth()
    {
        var (day, month, year) = (random.Next(1, 29), random.Next(1, 13), Year());
        return random.Next(9) switch
        {
            0 => $"{day}/{month}/{year}",
            1 => $"{day:00}-{month:00}-{year}",
            2 => $"{day:00}.{month:00}.{year % 100:00}",
            3 => $"{day:00} {month:00} {year}",
            4 => $"{Day()} {Months[month - 1]} {year}",
            5 => $"{day} {Months[month - 1].ToUpper(French)} {year}",
            6 => $"{day}/{month}/{year % 100:00}",
            7 => $"{day} {Pick("janv.", "févr.", "sept.", "oct.", "nov.", "déc.", "juil.")} {year}",
            _ => $"{day:00}/{month:00}/{year}",
        };
    }

    private string Phone()
    {
        var d = random.Next(10_000_000, 99_999_999).ToString(French);
        var head = Pick("6", "7", "1", "2", "3", "4", "5", "9");
        return random.Next(11) switch
        {
            0 => $"0{head}.{d[..2]}.{d[2..4]}.{d[4..6]}.{d[6..]}",
            1 => $"0{head}{d}",
            2 => $"+33{head}{d}",
            3 => $"+33 {head} {d[..2]} {d[2..4]} {d[4..6]} {d[6..]}",
            4 => $"+33 (0){head} {d[..2]} {d[2..4]} {d[4..6]} {d[6..]}",
            5 => $"0033{head}{d}",
            6 => $"0{head}-{d[..2]}-{d[2..4]}-{d[4..6]}-{d[6..]}",
            7 => $"0{head}/{d[..2]}/{d[2..4]}/{d[4..6]}/{d[6..]}",
            8 => $"0{head} {d[..2]}{d[2..4]}{d[4..6]}{d[6..]}",
            9 => $"(0{head}) {d[..2]} {d[2..4]} {d[4..6]} {d[6..]}",
            _ => $"0{head} {d[..2]} {d[2..4]} {d[4..6]} {d[6..]}",
        };
    }

    private string Mail()
    {
        var name = Pick("josette.martin", "a-lefevre", "lucien72", "famille.kone", "p_dubois", "inesb", "j.le-gall", "cvs.familles", "mamie.jeanne");
        var domain = Pick("orange.fr", "gmail.com", "free.fr", "outlook.com", "ehpad-tilleuls.fr", "asso-les-amis.org", "sfr.fr", "ac-lille.fr", "yahoo.fr");
        return random.Next(8) switch
        {
            0 => $"{name} @ {domain}",
            1 => $"{name}(at){domain}",
            2 => $"{name} [arobase] {domain}",
            3 => $"{name}@{domain}".ToUpper(French),
            _ => $"{name}@{domain}",
        };
    }

    private string Nir()
    {
        var body = $"{random.Next(1, 3)}{random.Next(20, 99)}{random.Next(1, 13):00}{Pick("75", "59", "13", "2A", "974", "06", "33")}";
        body += $"{random.Next(1, 990):000}{random.Next(1, 990):000}"[..(13 - body.Length)];
        var number = long.Parse(body.Replace("2A", "19", StringComparison.Ordinal), French);
        var key = $"{97 - (number % 97):00}";
        return random.Next(6) switch
        {
            0 => body + key,
            1 => body,
            2 => $"{body[..1]} {body[1..3]} {body[3..5]} {body[5..7]} {body[7..10]} {body[10..]}",
            3 => $"{body[..1]}.{body[1..3]}.{body[3..5]}.{body[5..7]}.{body[7..10]}.{body[10..]}.{key}",
            4 => $"{body} clé {key}",
            _ => $"{body[..1]} {body[1..3]} {body[3..5]} {body[5..7]} {body[7..10]} {body[10..]} {key}",
        };
    }

    private string Pick(params string[] from) => from[random.Next(from.Length)];

    private static string[] List(string words) => words.Split('|');
}
