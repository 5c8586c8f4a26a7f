namespace Croisee.Library;

/// <summary>
/// What the field calls by several names. One line is one thing; each name is a word or a phrase. They are applied when
/// a text is indexed, so that typing, prefixes and counts need to know nothing of them: a text that says « CVS » also
/// answers to conseil, vie and sociale, and one that says « conseil de la vie sociale » also answers to CVS.
/// A name after &gt; is only reached from the names before it, never the reverse: « facile à lire » is FALC, but a
/// text on FALC need not be found by « lire ».
/// </summary>
public static class FieldSynonyms
{
    /// <summary>Each line: names that reach each other, then names that are only reached from them.</summary>
    public static IReadOnlyList<(string[] Names, string[] AlsoReached)> Lines { get; } = """
        cvs = conseil de la vie sociale
        cdu = commission des usagers
        ru = représentant des usagers = représentante des usagers
        falc = facile à lire et à comprendre = facile à lire
        etp = éducation thérapeutique du patient = éducation thérapeutique
        ehpad = établissement d’hébergement pour personnes âgées dépendantes > maison de retraite
        maison de retraite > ehpad
        esat = établissement et service d’aide par le travail = établissement d’aide par le travail
        essms = établissement social ou médico-social = établissements sociaux et médico-sociaux
        mas = maison d’accueil spécialisée
        fam = foyer d’accueil médicalisé
        ime = institut médico-éducatif
        itep = institut thérapeutique éducatif et pédagogique
        sessad = service d’éducation spéciale et de soins à domicile
        savs = service d’accompagnement à la vie sociale
        samsah = service d’accompagnement médico-social pour adultes handicapés
        ssiad = service de soins infirmiers à domicile
        chrs = centre d’hébergement et de réinsertion sociale
        csapa = centre de soins d’accompagnement et de prévention en addictologie
        caarud = centre d’accueil et d’accompagnement à la réduction des risques
        cmp = centre médico-psychologique
        gem = groupe d’entraide mutuelle
        ase = aide sociale à l’enfance
        msp = maison de santé pluriprofessionnelle
        had = hospitalisation à domicile
        chu = centre hospitalier universitaire
        ars = agence régionale de santé
        has = haute autorité de santé
        mdph = maison départementale des personnes handicapées
        caa = communication alternative et améliorée
        tnd = trouble du neurodéveloppement = troubles du neurodéveloppement
        tsa = trouble du spectre de l’autisme > autisme
        prem = prems = mesure de l’expérience rapportée par les patients
        pair-aidance = pair-aidant = paire-aidante = pairaidance = pair aidant = pairs aidants = soutien par les pairs
        médiateur de santé pair = médiatrice de santé pair > pair-aidance
        auto-support = autosupport
        co-construction = coconstruction = co-construire = coconstruire
        co-formation = coformation
        co-animation = coanimation
        patient expert = patient partenaire = patient ressource
        savoir expérientiel = savoirs expérientiels = expertise du vécu = expertise d’usage
        pouvoir d’agir = empowerment
        proche aidant = aidant familial = aidant proche
        médicosocial = médico-social
        """.Split('\n').Select(Read).ToList();

    static (string[], string[]) Read(string line)
    {
        var halves = line.Split('>', StringSplitOptions.TrimEntries);
        return (halves[0].Split('=', StringSplitOptions.TrimEntries), halves.Length == 1 ? [] : halves[1..]);
    }
}
