namespace Croisee.Tests.Words;

/// <summary>
/// The words of the corpus. Written apart from the detector's lists: the rare names and illnesses below are checked to be
/// in none of them, so that the figures speak of rules and not of a look-up.
/// </summary>
internal static class TraceCorpusWords
{
    public static readonly string[] CommonWomen = List("Aminata|Tiphaine|Yousra|Josette|Jeanne|Marie|Monique|Nathalie|Isabelle|Sylvie|Catherine|Françoise|Léa|Camille|Émilie|Fatima|Marie-Thérèse|Anne-Marie|Suzanne|Huguette|Claire|Zoé|Chloé");
    public static readonly string[] CommonMen = List("Mamadou|Mehmet|Kylian|Kevin|Jean|Michel|Philippe|André|Mohamed|Lucas|Jean-Pierre|Gérard|René|Nicolas|Thomas|Robert|Karim|Hugo|Jean-Luc|Marcel|Antoine|Yves|Paul");

    public static readonly string[] RareWomen = List("Ysaline|Zélinda|Isaure|Ondine|Maïlann|Kezia|Noëline|Haingo|Oyun|Ketevan|Zsofia|Ilirjana|Ngoné|Yzée|Koumba|Mawuli|Makiesse|Plamedie|Théodrade|Aldegonde|Perpétue|Luzia|Guenhaël|Tsiory|Anouchka|Daciana|Eudoxie|Fleurange|Gersende|Hildegarde|Orphise|Quiterie|Rosemonde|Sigolène|Uranie|Zénaïde");
    public static readonly string[] RareMen = List("Gontran|Sosthène|Dragan|Iban|Nahum|Besnik|Skender|Tariel|Giorgi|Otar|Malang|Sidiki|Kossi|Edem|Nsimba|Exaucé|Evariste|Théodule|Ulrich|Bjarni|Aristote|Barnabé|Crépin|Déodat|Enguerrand|Fulbert|Guénolé|Hippolyte|Isaïe|Kenzo|Lancelin|Morvan|Nestor|Onésime|Tancrède|Zdenek");

    public static readonly string[] Surnames = List("Dupont|Kerbrat|Le Goff|De Oliveira|N’Diaye|Traoré|Nguyen|El Amrani|Benali|Lefebvre-Morel|d’Ormont|de La Tournelle|Van den Berghe|O’Connor|Petit|Blanc|Boulanger|Legrand|Martin|Vasseur|Aït Ahmed|Ben Youssef|Szymanski|Diallo|Da Silva|Garcia|Lopez|Rousseau|Chevalier|Moreau|Girard|Fontaine|Lemaire|Picard|Guichard|Poulain|Hamon|Schneider|Muller|Haddad|Keita|Le Bihan|Quéméner|Delacroix|Saint-Martin|Roy|Marchand|Charpentier|Ribeiro|Popescu");

    public static readonly string[] IllFeminine = List("diabétique|autiste|schizophrène|malvoyante|sourde|épileptique|hémiplégique|trisomique|bipolaire|alcoolique|séropositive|dépressive|aveugle|dialysée|tétraplégique|parkinsonienne|asthmatique|en fauteuil roulant");
    public static readonly string[] IllMasculine = List("diabétique|autiste|schizophrène|malvoyant|sourd|épileptique|hémiplégique|trisomique|bipolaire|alcoolique|séropositif|dépressif|aveugle|dialysé|paraplégique|parkinsonien|toxicomane|en fauteuil roulant");
    public static readonly string[] Illnesses = List("la maladie d’Alzheimer|la maladie de Parkinson|sclérose en plaques|un cancer du sein|un diabète de type 2|schizophrénie|une dépression sévère|troubles bipolaires|une insuffisance cardiaque|épilepsie|une démence sénile|un handicap mental|une hépatite C|mucoviscidose|un lymphome");
    public static readonly string[] IllnessesWithArticle = List("un cancer du poumon|une sclérose en plaques|un diabète|une dépression|un handicap moteur|une leucémie|le sida|la maladie de Charcot|une maladie rare|une insuffisance rénale|une tumeur au cerveau|un début d’Alzheimer|des troubles psychiques|une hépatite B");

    // In none of the detector's lists.
    public static readonly string[] RareIllnesses = List("une gonarthrose|une leucodystrophie|une vascularite|une coxarthrose|une amyotrophie spinale|une glomérulonéphrite|une ostéodystrophie|un ostéosarcome|une névralgie faciale|une maladie de Wilson|une hémochromatose|un syndrome de Marfan|une myasthénie|une rectocolite hémorragique|un neuroblastome|une spondylarthrose");
    public static readonly string[] RareIllAdjectives = List("hémiparétique|quadriplégique|polytoxicomane|agoraphobique|paraphrène|dysthymique|hypothymique|agnosique");

    public static readonly string[] Towns = List("Lille|Saint-Brieuc|Nantes|Chambéry|Marseille|Bordeaux|Roubaix|Nice|Rennes|Amiens|Boves|Dijon");
    public static readonly string[] Homes = List("Résidence Les Tilleuls|résidence Jeanne d’Arc|hôpital Saint-Louis|EHPAD Les Glycines|centre hospitalier Georges Mazurelle|foyer Marie-Louise|clinique du Parc|MAS du Littoral|hôpital Louis Pasteur|maison Sainte-Anne|centre social Simone Signoret|EHPAD Antoine Caillard");
    public static readonly string[] Streets = List("rue Pasteur|place du Docteur Roux|avenue du Général Leclerc|rue Jean Jaurès|boulevard Victor Hugo|allée Marguerite Duras|rue de l’Abbé Grégoire|square Georges Brassens|rue du Docteur Calmette|impasse Louise Michel");
    public static readonly string[] Conditions = List("diabétiques|autistes|malvoyantes|sourdes|atteintes de la maladie d’Alzheimer|en situation de handicap|épileptiques|atteintes d’un cancer|souffrant de troubles psychiques|dialysées");
    public static readonly string[] Topics = List("le diabète|la santé mentale|la dépression|le cancer du sein|le handicap|les addictions|la maladie de Parkinson|l’autisme|le VIH|l’épilepsie");
    public static readonly string[] Months = List("janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre");

    private static string[] List(string words) => words.Split('|');
}
