using System.Collections.Frozen;

namespace Croisee.Words;

/// <summary>
/// Words of illness and disability. The common ones are listed; the endings of medical French carry the others
/// (-plégique, -phrène, -arthrite, -pathie…), less the ordinary words that share them.
/// </summary>
internal static class HealthWords
{
    private static readonly FrozenSet<string> Nouns = Set("""
        diabete cancer alzheimer parkinson sclerose demence depression avc aic vih sida hiv epilepsie schizophrenie autisme asperger trisomie handicap hepatite tuberculose
        endometriose leucemie lymphome tumeur metastase metastases asthme bpco emphyseme mucoviscidose myopathie hemophilie drepanocytose infarctus angine embolie phlebite
        insuffisance bipolarite anorexie boulimie addiction alcoolisme toxicomanie surdite cecite dmla glaucome cataracte paralysie hemiplegie paraplegie tetraplegie aphasie
        dyslexie dyspraxie dysphasie tdah tda tsa tca toc tocs psychose nevrose paranoia phobie burn-out burnout burn autiste arthrose arthrite polyarthrite osteoporose
        fibromyalgie lupus crohn huntington charcot sla sep lyme covid zona eczema psoriasis obesite hypertension cholesterol anemie cirrhose ulcere insomnie migraines
        escarre escarres infection septicemie pneumonie fracture incontinence hta maladie pathologie syndrome trouble troubles deficience polyhandicap retard surpoids
        malvoyance amputation denutrition borderline lymphoedeme spondylarthrite meningite encephalite pancreatite nephropathie retinopathie
        cardiopathie gangrene psychopathie melanome sarcome myelome carcinome anevrisme thyroide narcolepsie catatonie delire hallucinations scoliose rachitisme thrombose
        bronchite hernie apnee stomie colostomie dialyse chimiotherapie chimio radiotherapie vertiges acouphenes pacemaker goutte ataxie dystonie
        """);

    // These say nothing alone (« un trouble », « la maladie ») : a complement or a named person must stand by them.
    private static readonly FrozenSet<string> Vague = Set("""
        maladie pathologie syndrome trouble troubles handicap retard insuffisance infection fracture goutte addiction covid depression surpoids delire deficience tumeur dialyse thyroide
        """);

    private static readonly FrozenSet<string> Adjectives = Set("""
        diabetique dys seropo autiste schizophrene alcoolique depressif depressive epileptique sourd sourde aveugle malvoyant malvoyante malentendant malentendante handicape handicapee
        trisomique bipolaire seropositif seropositive toxicomane dement demente incontinent incontinente obese anorexique boulimique asthmatique dialyse dialysee
        dyslexique dyspraxique dysphasique parkinsonien parkinsonienne hypertendu hypertendue aphasique suicidaire ampute amputee cancereux cancereuse psychotique paranoiaque
        paranoide borderline hyperactif hyperactive muet muette sourd-muet sourde-muette sourd-aveugle grabataire paralyse paralysee invalide infirme polyhandicape polyhandicapee
        cardiaque insuffisant insuffisante leucemique tuberculeux tuberculeuse hemophile myopathe cirrhotique alite alitee senile desoriente desorientee
        malade souffrant souffrante anxio-depressif neurotypique maniaco-depressif maniaco-depressive nevrose nevrosee migraineux migraineuse
        greffe greffee stomise stomisee  tracheotomise oxygenodependant denutri denutrie anemique rhumatisant insomniaque lepreux
        mongolien debile arriere attarde autistique delirant delirante surdose mutique hypoacousique sideen contamine contaminee
        """);

    private static readonly FrozenSet<string> WeakAdjectives = Set("malade souffrant souffrante cardiaque insuffisant insuffisante infirme invalide muet muette greffe greffee debile alite alitee arriere attarde contamine contaminee surdose");

    private static readonly string[] NounEndings =
    [
        "plegie", "phrenie", "phasie", "lepsie", "algie", "asthenie", "trophie", "rexie", "thymie", "arthrite", "cephalite", "eningite", "ncreatite", "myelite", "nephrite",
        "dermatite", "colite", "gastrite", "cystite", "myosite", "vascularite", "blastome", "carcinome", "sarcome", "phome", "gliome", "myelome", "fibrome", "leucemie", "anemie",
        "globinemie", "oglycemie", "cytose", "arthrose", "fibrose", "thrombose", "sclerose", "lordose", "cyphose", "sidose", "matose", "rillose", "neuropathie", "myopathie", "cardiopathie", "nephropathie", "retinopathie",
        "vasculopathie", "encephalopathie", "arthropathie", "dystrophie", "sarcopenie", "openie", "praxie", "calculie", "gnosie", "kinesie", "uropathie", "omegalie", "cephalie", "bifida",
        "ophobie", "dipsie", "mnesie", "rhagie", "stenose", "necrose", "nevrose", "psychose", "berculose", "rhinite", "sinusite", "phlebite", "tendinite", "hepatite", "omanie",
    ];

    private static readonly FrozenSet<string> NotNouns = Set("""
        nostalgie xenophobie homophobie islamophobie transphobie grossophobie handiphobie validophobie psychophobie sympathie empathie osteopathie homeopathie naturopathie
        bibliomanie anglomanie mythomanie
        """);

    private static readonly string[] AdjectiveEndings =
    [
        "plegique", "paretique", "phrene", "phasique", "rexique", "limique", "phreniques", "leptique", "maniaque", "thymique", "praxique", "algique", "cephale", "emophile",
        "depressif", "depressive", "handicape", "handicapee", "voyante", "entendant", "entendante", "psychotique", "seropositif", "seropositive",
        "asthenique", "cytaire", "sclereux", "nevrotique", "cirrhotique", "mnesique", "gnosique", "phobique", "comane", "leucemique", "pathe", "omegale", "diabetique", "arthritique", "arthrosique",
    ];

    private static readonly FrozenSet<string> NotAdjectives = Set("clairvoyant clairvoyante voyante sympathe homeopathe osteopathe naturopathe homophobique kinesipathe lexique etiopathe");

    public static bool IsNoun(string folded) =>
        Nouns.Contains(folded) || (folded.Length > 6 && !NotNouns.Contains(folded) && Array.Exists(NounEndings, e => folded.EndsWith(e, StringComparison.Ordinal)));

    /// <summary>Whether a word is known by list, not by its ending; the corpus keeps its rare words out.</summary>
    public static bool IsListed(string folded) => Nouns.Contains(folded) || Adjectives.Contains(folded);

    public static bool IsVague(string folded) => Vague.Contains(folded);

    /// <summary>A singular word that says an illness or a disability of the person it qualifies.</summary>
    public static bool IsAdjective(string folded) =>
        Adjectives.Contains(folded) || (folded.Length > 6 && !NotAdjectives.Contains(folded) && Array.Exists(AdjectiveEndings, e => folded.EndsWith(e, StringComparison.Ordinal)));

    public static bool IsWeakAdjective(string folded) => WeakAdjectives.Contains(folded);

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
