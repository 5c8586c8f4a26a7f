using System.Collections.Frozen;

namespace Croisee.Words;

/// <summary>Closed lists of French words the detector reasons with; all folded (see <see cref="Token"/>).</summary>
internal static partial class TraceLists
{
    public static readonly FrozenSet<string> Elisions = Set("l d j m t s n c qu jusqu lorsqu puisqu quoiqu");

    /// <summary>Short forms whose full stop ends no sentence.</summary>
    public static readonly FrozenSet<string> ShortForms = Set("mr dr pr mme mlle mm drs st ste ch chb chbre appt apt tel no art al prof me env cf ex ddn bd av janv fevr sept oct nov dec");

    public static readonly FrozenSet<string> Months = Set(
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr fev avr juil sept oct nov dec");

    public static readonly FrozenSet<string> Weekdays = Set("lundi mardi mercredi jeudi vendredi samedi dimanche");

    // Civilities. Abbreviated ones announce a name even in careless lower case.
    public static readonly FrozenSet<string> Abbreviated = Set("m mr mme mlle mmes mlles mm dr dre drs pr pre prof me mde melle monsr");
    public static readonly FrozenSet<string> Civilities = Set(
        "m mr mme mlle mmes mlles mm dr dre drs pr pre prof me mde melle monsr monsieur madame mademoiselle messieurs mesdames mesdemoiselles "
        + "docteur docteure docteurs docteresse professeur professeure professeurs maitre abbe monseigneur mgr soeur frere pere mere");
    public static readonly FrozenSet<string> Women = Set("mme mlle mmes mlles mde melle madame mademoiselle mesdames mesdemoiselles");
    public static readonly FrozenSet<string> Several = Set("mmes mlles mm messieurs mesdames mesdemoiselles drs docteurs professeurs");
    public static readonly FrozenSet<string> Doctors = Set("dr dre drs docteur docteure docteurs docteresse");
    public static readonly FrozenSet<string> Teachers = Set("pr pre prof professeur professeure professeurs");

    public static readonly FrozenSet<string> Particles = Set(
        "de du des d' la le les l' van von der den ter ten ben bin ibn el al da dos das di del della mac mc ould abd abou abu saint sainte st ste y zu");

    public static readonly FrozenSet<string> Determiners = Set(
        "le la les l' un une des du de d' au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs");
    public static readonly FrozenSet<string> Articles = Set("le la les l' au aux du des un une ce cet cette ces nos vos leurs chaque tout toute tous toutes");

    /// <summary>Grammar words and frequent verb forms: never a name, whatever their case.</summary>
    public static readonly FrozenSet<string> Grammar = Set("""
        a ai as au aux avec avez avons ayant c' ca car ce ceci cela celle celles celui ces cet cette ceux chacun chacune chaque chez ci comme comment
        d' dans de depuis des donc dont du elle elles en encore ensuite enfin entre est et etaient etait etant etes etre eu eut eux fait faire font fut
        hors ici il ils j' jamais je jusque jusqu' l' la laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lorsqu' lui m' ma mais malgre me meme memes
        mes mien mienne mieux moi moins mon n' ne ni non nos notre nous on ont ou par parce parfois parmi pas pendant peu peut peuvent plus plusieurs
        pour pourquoi pourtant pouvait presque puis puisque qu' quand quant que quel quelle quelles quels quelque quelques quelqu'un qui quoi quoique rien
        s' sa sans sauf soi se selon sera seront serait ses si sien soit sommes son sont sous souvent suis sur surtout t' ta tandis tant te tel telle telles tels
        tes toi ton toujours tous tout toute toutes tres trop tu un une va vers voici voila vont vos votre vous vu vue y aussi ainsi alors apres avant
        aupres autour aujourd'hui hier demain maintenant deja bien bon bonne bonnes bons beaucoup autre autres certain certaine certains certaines aucun aucune
        avait avaient aura auront aurait avoir doit doivent dit disent dites peux veut veulent veux vient viennent viens voulait veuillez vit vivent voit voient
        merci bonjour bonsoir cordialement salut oui etc ex cf ps nb re tr via cher chere chers cheres quiconque personne personnes deux trois quatre cinq six sept
        huit neuf dix onze douze quinze vingt trente cent mille premier premiere second seconde dernier derniere dehors dedans contre grace suite afin
        or tantot tot tard loin pres ailleurs partout ensemble ont-ils est-ce c'est n'est plutot notamment seulement seul seule seuls seules
        """);

    /// <summary>Functions that stand where a name could (« M. le directeur », « Madame la présidente »).</summary>
    public static readonly FrozenSet<string> Roles = Set("""
        directeur directrice directeurs directrices president presidente presidents presidentes vice-president vice-presidente maire maires adjoint adjointe
        adjoints ministre ministres secretaire secretaires tresorier tresoriere depute deputee deputes senateur senatrice senateurs conseiller conseillere
        conseillers prefet prefete recteur rectrice doyen doyenne inspecteur inspectrice juge procureur avocat avocate notaire commissaire rapporteur rapporteure
        rapporteuse responsable responsables chef cheffe cadre cadres coordinateur coordinatrice coordonnateur coordonnatrice medecin medecins infirmier infirmiere
        infirmiers infirmieres aide-soignant aide-soignante aide-soignants aide-soignantes educateur educatrice animateur animatrice psychologue psychiatre
        assistant assistante referent referente delegue deleguee delegues mediateur mediatrice administrateur administratrice gestionnaire gouverneur chercheur
        chercheuse enseignant enseignante formateur formatrice facilitateur facilitatrice pharmacien pharmacienne kinesitherapeute ergotherapeute orthophoniste
        dieteticien dieteticienne sage-femme ambulancier brancardier interne externe stagiaire apprenti apprentie tuteur tutrice curateur curatrice mandataire
        representant representante representants representantes titulaire suppleant suppleante membre membres elu elue elus elues usager usagere usagers president-directeur
        cure pasteur imam rabbin diacre aumonier greffier greffiere sergent adjudant colonel capitaine commandant lieutenant brigadier proviseur proviseure principal
        general generale generaux delegation direction presidence roi reine pape eveque docteur docteure professeur professeure monsieur madame mademoiselle
        messieurs mesdames maitre abbe partenaire partenaires expert experte experts patient-expert patiente-experte patient-partenaire patient-enseignant traceur
        ressource pair-aidant pair-aidante aidant aidante aidants benevole benevoles salarie salariee intervenant intervenante accompagnant accompagnante
        traitant traitante generaliste specialiste remplacant remplacante chirurgien chirurgienne dentiste geriatre coordo puericulteur puericultrice principal principale
        """);

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
