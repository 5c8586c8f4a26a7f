using System.Collections.Frozen;

namespace Croisee.Words;

/// <summary>
/// The picture that stands beside an easy-read line: one for an idea, the same word the same picture everywhere (domain 9.1). A line that names
/// nothing that can be shown has none: a wrong picture is worse. The pictures themselves are listed in Ui/Assets.targets.
/// </summary>
public static class Pictograms
{
    /// <summary>What can be shown best comes first: an object, then an act, then people. A star stands for any ending; two words mean two words. After « = » accents count: one walks (« marche »), one buys (« marché »).</summary>
    static readonly (string Name, string[] Words)[] Book = [.. """
        lit: un lit|le lit|au lit|lits|chambre*|dorm*|dort|sommeil|repos*|repit
        eau: eau|eaux
        verre: alcool*|boire|boit|boivent|buva*|vin|biere*
        argent: argent|paie*|paye*|salaire*|budget*|euro*|gratuit*|couter|coute|coutent|depens*
        hopital: hopita*|clinique*
        ecole: ecole*|universit*|college*|lycee*
        jeu: jeu|jeux|joue*|jouons
        dessin: dessin*|dessinee*|affiche*|image*|peinture*
        micro: podcast*|emission*|micro|radio
        fete: fete*|anniversaire*
        cafe: cafe|cafes
        repas: repas|mang*|cuisine|cuisin*|diner|dejeuner*
        jardin: jardin*|arbre*|potager*|plante*|nature
        bus: bus|train*|transport*|trajet*
        ordinateur: ordinateur*|internet|ecran*|numerique*|logiciel*
        telephone: telephon*
        courrier: lettre*|courrier*|courriel*
        handicap: handicap*|accessib*|fauteuil*
        maladie: maladie*|malade*|tres mal
        secours: secour*|sauve|sauvent|sauver|sauvet*|bless*|premiers gestes|les gestes
        danger: danger*|risque*|accident*|erreur*
        soigner: soin*|soign*|medecin*|infirmi*|docteur*|sante|medical*
        peur: peur*|angoiss*
        voter: vote*|votons|election*|elus|elit|elisent|elu|elue
        liste: questionnaire*|liste*|programme*|reponse*|repond*|formulaire*
        regle: =règle|=règles|reglement*|droit|droits|loi|lois|charte*|contrat*
        livre: livre|livres|livret*|guide*|annuaire*|document*
        chiffres: resultat*|chiffre*|enquete*
        apprendre: appren*|appris*|formation*|former|le cours|un cours|des cours|les cours|etudiant*|etudes|enseign*|professeur*|atelier*
        ecrire: ecri*|redig*|signe|signez|signent|phrase*
        lire: lire|lisez|lisent|lisons|lecture*|lecteur*|relire|relisent|relit|il lit|elle lit|on lit|chacun lit
        nuit: nuit*|soir|soiree*
        date: lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|annee*|mois|semaine*|rendez-vous|date*
        temps: longtemps|duree|dure|durent|heure*|attend*
        maison: maison*|logement*|domicile|hebergement*|hebergee*|foyer*|chez elle|chez lui|chez eux|chez soi
        marcher: rue|rues|=marche|=marches|=marchent|=marcher|=marchez|=marchons|promen*|quartier*
        ville: ville*|passe a|region*
        porte: accueil*|visite*|ouvre|ouvrent|ouverte
        famille: famille*|parents|=mère|=mères|grand-mere*|=père|=pères|grand-pere*|enfant*
        travail: travail*|metier*|emploi*
        arreter: interdi*|arret*|dire non|pas boire
        secret: secret*|son nom|anonym*
        decider: decid*|decision*|choisi*|moitie|juge*
        idee: idee*|invent*|imagin*
        ne-sait-pas: question*|demande*
        chercher: cherch*|trouv*|regarde*
        reflechir: reflech*|pense*|pensent
        aider: aide*|aident|soutien*|soutenir|accompagn*|benevole*
        ecouter: ecout*|entend*
        change: chang*|nouveau*|nouvelle*|mieux
        parler: parle|parles|parlent|parler|parlez|parlons|dit|dire|disent|avis|discut*|racont*|expliqu*|temoign*|communiqu*|represent*
        ensemble: ensemble|equipe*|groupe*|reuni*|rencontr*|retrouv*|partag*
        personnes: personne|personnes|habitant*|gens|usager*|patient*|resident*|=jeune*|voisin*|ambassadeur*|professionnel*|tout le monde|chacun|certains
        """.Split('\n', StringSplitOptions.TrimEntries).Select(l => l.Split(": ")).Select(p => (p[0], p[1].Split('|')))];

    static readonly FrozenDictionary<string, string[]> WordsOf = Book.ToFrozenDictionary(b => b.Name, b => b.Words, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Book.Select(b => b.Name);

    /// <summary>Names that are not their own French word.</summary>
    static readonly FrozenDictionary<string, string> Spelled = new Dictionary<string, string>
    {
        ["hopital"] = "hôpital", ["ecole"] = "école", ["fete"] = "fête", ["cafe"] = "café", ["telephone"] = "téléphone", ["regle"] = "règle", ["ecrire"] = "écrire", ["idee"] = "idée",
        ["decider"] = "décider", ["reflechir"] = "réfléchir", ["ecouter"] = "écouter", ["arreter"] = "arrêter", ["change"] = "changer", ["ne-sait-pas"] = "question",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What the picture shows, in a word.</summary>
    public static string InWords(string name) => Spelled.GetValueOrDefault(name, name);

    /// <summary>Does the line name what the picture shows?</summary>
    public static bool Shows(string picture, string line) => WordsOf.TryGetValue(picture, out var words) && Told(Words(line), words);

    /// <summary>A picture for each line, or none. Two lines get the same only when neither names anything else that can be shown.</summary>
    /// <param name="chosenByPeople">What people chose themselves, by <see cref="ChosenPictures"/>.</param>
    public static IReadOnlyList<string?> Beside(IEnumerable<string> lines, IEnumerable<string>? chosenByPeople = null)
    {
        var own = ChosenPictures.Of(chosenByPeople);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new List<string?>();
        foreach (var line in lines)
        {
            var words = Words(line);
            if (own.TryGetValue(ChosenPictures.KeyOf(line), out var said))
            {
                if (said is not null) used.Add(said);
                chosen.Add(said);
                continue;
            }
            var fit = Book.Where(b => Told(words, b.Words)).Select(b => b.Name).ToList();
            var one = fit.Find(p => !used.Contains(p)) ?? fit.FirstOrDefault();
            if (one is not null) used.Add(one);
            chosen.Add(one);
        }
        return chosen;
    }

    /// <summary>Without accents, and with them.</summary>
    static (string Plain, string Spelled) Words(string line)
    {
        var words = EasyCut.Words(line);
        return ($" {string.Join(' ', words.Select(w => w.Folded))} ", $" {string.Join(' ', words.Select(w => w.Text.ToLowerInvariant()))} ");
    }

    static bool Told((string Plain, string Spelled) line, string[] patterns) => patterns.Any(p => p[0] == '=' ? Holds(line.Spelled, p[1..]) : Holds(line.Plain, p));

    static bool Holds(string words, string pattern) => pattern[^1] == '*' ? words.Contains(" " + pattern[..^1], StringComparison.Ordinal) : words.Contains($" {pattern} ", StringComparison.Ordinal);
}
