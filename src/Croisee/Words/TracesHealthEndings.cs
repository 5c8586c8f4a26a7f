using System.Collections.Frozen;

namespace Croisee.Words;

/// <summary>
/// The endings that medical French builds illnesses with (-ose, -pathie, -émie, -ite of an organ…), each with the ordinary words
/// that share them. An ending carries the thousand illnesses that no list holds.
/// </summary>
internal static class HealthEndings
{
    private static readonly (string Ending, FrozenSet<string> Except)[] Nouns =
    [
        ("pathie", Set("sympathie empathie antipathie telepathie osteopathie homeopathie naturopathie etiopathie apathie phytopathie kinesipathie")),
        ("ose", Set("""
            chose propose dispose compose expose suppose repose impose oppose decompose recompose superpose transpose juxtapose interpose presuppose virtuose grandiose
            metamorphose apotheose overdose osmose hypnose symbiose glucose cellulose lactose fructose saccharose viscose autre-chose quelque-chose morose sclerose-en predispose glose explose arrose
            """)),
        ("emie", Set("academie epidemie pandemie endemie boheme glycemie")),
        ("algie", Set("nostalgie")),
        ("plegie", Set("")), ("phrenie", Set("")), ("phasie", Set("euthanasie")), ("lepsie", Set("")), ("trophie", Set("catastrophie")), ("rexie", Set("")), ("thymie", Set("")),
        ("asthenie", Set("")), ("cardie", Set("picardie")), ("rragie", Set("")), ("rrhee", Set("")), ("urie", Set("centurie penurie incurie furie")), ("phagie", Set("")),
        ("plasie", Set("")), ("nesie", Set("indonesie polynesie melanesie micronesie magnesie")), ("opsie", Set("biopsie autopsie")), ("penie", Set("")), ("orexie", Set("")),
        ("phobie", Set("xenophobie homophobie islamophobie transphobie grossophobie handiphobie validophobie psychophobie lesbophobie negrophobie judeophobie")),
        ("manie", Set("roumanie allemagne germanie birmanie bibliomanie anglomanie mythomanie tasmanie")),
        ("megalie", Set("")), ("cephalie", Set("")), ("dystrophie", Set("")), ("praxie", Set("chiropraxie")), ("lexie", Set("")), ("gnosie", Set("")), ("calculie", Set("")),
        ("blastome", Set("")), ("carcinome", Set("")), ("sarcome", Set("")), ("phome", Set("")), ("gliome", Set("")), ("myelome", Set("")), ("fibrome", Set("")), ("angiome", Set("")),
        ("adenome", Set("")), ("neurinome", Set("")), ("melanome", Set("")), ("ningiome", Set("")), ("hematome", Set("")),
        ("arthrite", Set("")), ("nchite", Set("")), ("dinite", Set("")), ("cephalite", Set("")), ("eningite", Set("")), ("ncreatite", Set("")), ("myelite", Set("")), ("nephrite", Set("")),
        ("dermatite", Set("")), ("colite", Set("")), ("gastrite", Set("")), ("enterite", Set("")), ("cystite", Set("")), ("myosite", Set("")), ("vascularite", Set("")), ("hepatite", Set("")),
        ("phlebite", Set("")), ("rhinite", Set("")), ("sinusite", Set("")), ("prostatite", Set("")), ("conjonctivite", Set("")), ("peritonite", Set("")), ("cardite", Set("")), ("appendicite", Set("")),
        ("neurite", Set("")), ("nevrite", Set("")), ("retinite", Set("")), ("keratite", Set("")), ("laryngite", Set("")), ("pharyngite", Set("")), ("bursite", Set("")), ("diverticulite", Set("")), ("amygdalite", Set("")), ("endocardite", Set("")), ("lymphangite", Set("")), ("uveite", Set("")), ("oidite", Set("")), ("otite", Set("")), ("ostite", Set("")), ("estite", Set("")),
        ("kinesie", Set("")), ("dipsie", Set("")), ("spasticite", Set("")), ("deficience", Set("")), ("plegies", Set("")),
    ];

    private static readonly (string Ending, FrozenSet<string> Except)[] Adjectives =
    [
        ("plegique", Set("")), ("paretique", Set("")), ("phrene", Set("")), ("phasique", Set("")), ("rexique", Set("")), ("limique", Set("")), ("leptique", Set("sceptique")), ("maniaque", Set("")),
        ("thymique", Set("")), ("praxique", Set("")), ("algique", Set("nostalgique")), ("cephale", Set("")), ("emophile", Set("")), ("psychotique", Set("")), ("seropositif", Set("")), ("seropositive", Set("")),
        ("asthenique", Set("")), ("nevrotique", Set("")), ("cirrhotique", Set("")), ("mnesique", Set("")), ("gnosique", Set("")), ("phobique", Set("homophobique claustrophobique")), ("leucemique", Set("")),
        ("diabetique", Set("")), ("arthritique", Set("")), ("arthrosique", Set("")), ("bronchitique", Set("")), ("lexique", Set("lexique")), ("calculique", Set("")), ("dependant", Set("independant interdependant")), ("dependante", Set("independante interdependante")),
        ("ostomise", Set("")), ("ostomisee", Set("")), ("tomise", Set("")), ("tomisee", Set("")), ("handicape", Set("")), ("handicapee", Set("")), ("deprime", Set("")), ("deprimee", Set("")), ("dialyse", Set("")), ("dialysee", Set("")),
        ("lese", Set("")), ("lesee", Set("")), ("omane", Set("")), ("pathe", Set("sympathe homeopathe osteopathe naturopathe etiopathe kinesipathe telepathe")), ("cytaire", Set("")), ("sclereux", Set("")), ("voyante", Set("clairvoyante voyante prevoyante")),
        ("entendant", Set("")), ("entendante", Set("")), ("depressif", Set("")), ("depressive", Set("")), ("phreniques", Set("")), ("insuffisant", Set("")), ("comane", Set("")), ("omegale", Set("")),
    ];

    public static bool IsNoun(string folded) => Ends(folded, Nouns);

    public static bool IsAdjective(string folded) => Ends(folded, Adjectives);

    private static bool Ends(string folded, (string Ending, FrozenSet<string> Except)[] endings)
    {
        if (folded.Length <= 5) return false;
        foreach (var (ending, except) in endings)
            if (folded.EndsWith(ending, StringComparison.Ordinal) && folded.Length >= ending.Length) return !except.Contains(folded);
        return false;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
