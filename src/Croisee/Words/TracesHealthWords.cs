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
        rhumatisme rhumatismes traumatisme daltonisme nanisme albinisme strabisme saturnisme bruxisme begaiement myopie presbytie hemorragie tetanos rougeole grippe varicelle coqueluche typhus
        paludisme cholera lepre gale teigne herpes syphilis dengue botulisme malaria sarm papillomavirus infirmite stress polio poliomyelite rqth aah degenerescence mst ist tuberculose coeliaque anevrysme arythmie tachycardie fibrillation valvulopathie arteriopathie 
        oedeme lombalgie sciatique lumbago hernies torticolis entorse luxation fractures ankylose atrophie dysplasie dysphagie dyspnee apnees asthenie cachexie escarrifications
        kyste polype polypes nodule nodules calcul calculs colique occlusion reflux hemorroides constipation diarrhee gastro gastro-enterite
        schizo bipolaires melancolie dysthymie cyclothymie anxiete angoisse angoisses automutilation scarification scarifications mutisme dyscalculie dysorthographie dysgraphie
        wernicke korsakoff tourette asperger rett angelman williams willi prader down turner klinefelter ehlers-danlos guillain-barre duchenne steinert friedreich lewy pick creutzfeldt-jakob raynaud meniere basedow hashimoto cushing addison hodgkin kahler horton paget dupuytren verneuil behcet gougerot-sjogren bechterew
        hydrocephalie microcephalie spina-bifida imc bec-de-lievre malformation cardiomyopathie hypotension hypothyroidie hyperthyroidie hypoglycemie acromegalie goitre insulinoresistance denutrition deshydratation
        lobotomie tracheotomie gastrostomie mastectomie hysterectomie colectomie laryngectomie prostatectomie amputation greffe transplantation pontage prothese chimios rayons curietherapie immunotherapie hormonotherapie
        alcoolodependance pharmacodependance toxicomanies dependance sevrage overdose coma comas convulsion convulsions tremblements spasticite spasmes epilepsies
        vitiligo alopecie pelade acne impetigo erysipele urticaire brulures sclerodermie lichen mycose
        bronchiolite pneumopathie pleuresie silicose asbestose mesotheliome cerebrolesion locked-in acouphene hyperacousie presbyacousie amblyopie nystagmus keratocone uveite retinite basse-vision
        bronchite hernie apnee stomie colostomie dialyse chimiotherapie chimio radiotherapie vertiges acouphenes pacemaker goutte ataxie dystonie
        """);

    // These say nothing alone (« un trouble », « la maladie ») : a complement or a named person must stand by them.
    private static readonly FrozenSet<string> Vague = Set("""
        maladie pathologie syndrome trouble troubles handicap retard insuffisance infection fracture goutte addiction covid depression surpoids delire deficience tumeur dialyse thyroide malformation greffe transplantation pontage prothese fractures calcul calculs rayons sevrage dependance anxiete angoisse angoisses overdose coma kyste tremblements grippe gastro reflux constipation entorse luxation atrophie brulures colique occlusion mutisme
        pick down turner williams rett prader lewy paget addison cushing horton verneuil stress
        """);

    private static readonly FrozenSet<string> Adjectives = Set("""
        diabetique dys seropo autiste schizophrene alcoolique depressif depressive epileptique sourd sourde aveugle malvoyant malvoyante malentendant malentendante handicape handicapee
        trisomique bipolaire seropositif seropositive toxicomane dement demente incontinent incontinente obese anorexique boulimique asthmatique dialyse dialysee
        dyslexique dyspraxique dysphasique parkinsonien parkinsonienne hypertendu hypertendue aphasique suicidaire ampute amputee cancereux cancereuse psychotique paranoiaque
        paranoide borderline hyperactif hyperactive muet muette sourd-muet sourde-muette sourd-aveugle grabataire paralyse paralysee invalide infirme polyhandicape polyhandicapee
        cardiaque insuffisant insuffisante leucemique tuberculeux tuberculeuse hemophile myopathe cirrhotique alite alitee senile desoriente desorientee
        malade souffrant souffrante anxio-depressif neurotypique maniaco-depressif maniaco-depressive nevrose nevrosee migraineux migraineuse
        greffe greffee stomise stomisee  tracheotomise oxygenodependant denutri denutrie anemique rhumatisant insomniaque lepreux
        toxico tetra cerebrolese cerebrolesee insulinodependant insulinodependante deficient deficiente allergique schizo parano begue boiteux boiteuse estropie estropiee goutteux rhumatisante somnambule comateux comateuse hemodialyse
        hemodialysee tracheotomisee appareille appareillee maniaque addict drogue droguee intube intubee transplante transplantee immunodeprime immunodeprimee daltonien daltonienne myope presbyte borgne manchot manchote
        unijambiste tdah tsa hiv vih asperger sous-alimente hallucine hallucinee delirante choree spastique hypotonique microcephale hydrocephale trisomiques enceinte handicapes anxieux anxieuse anxio-depressive obsessionnel
        apathique cyclothymique melancolique apneique emphysemateux fibromyalgique lupique coeliaque thalassemique drepanocytaire hyperthyroidien hypothyroidien sclerosee cardiopathe nephropathe insuffisants
        paralytique polytraumatise polytraumatisee traumatise traumatisee accidente accidentee sidaique alcoolo tabagique opiomane cocainomane heroinomane cardiaque
        mongolien debile arriere attarde autistique delirant delirante surdose mutique hypoacousique sideen contamine contaminee
        """);

    private static readonly FrozenSet<string> WeakAdjectives = Set("malade souffrant souffrante insuffisant insuffisante deficient deficiente greffe greffee debile alite alitee arriere attarde contamine contaminee surdose allergique traumatise traumatisee accidente accidentee melancolique apathique anxieux anxieuse maniaque appareille appareillee drogue droguee addict hallucine obsessionnel");

    public static bool IsNoun(string folded) => Nouns.Contains(folded) || HealthEndings.IsNoun(folded);

    /// <summary>Whether a word is known by list, not by its ending; the corpus keeps its rare words out.</summary>
    public static bool IsListed(string folded) => Nouns.Contains(folded) || Adjectives.Contains(folded);

    public static bool IsVague(string folded) => Vague.Contains(folded);

    /// <summary>A singular word that says an illness or a disability of the person it qualifies.</summary>
    public static bool IsAdjective(string folded) => Adjectives.Contains(folded) || HealthEndings.IsAdjective(folded);

    public static bool IsWeakAdjective(string folded) => WeakAdjectives.Contains(folded);

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
