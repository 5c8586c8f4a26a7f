namespace Croisee.Review;

/// <summary>What happens in this room, as the journal names it.</summary>
public static class Acts
{
    public const string GroupChosen = "lecture.groupe-choisi", Opened = "lecture.ouverte", Admitted = "lecture.recevable", Refused = "lecture.irrecevable", RefusalTakenBack = "lecture.refus-retire", PrecisionAsked = "lecture.precision-demandee", PrecisionTakenBack = "lecture.precision-reprise",
        Assigned = "lecture.attribuee", Reassigned = "lecture.reattribuee", TimeGiven = "lecture.delai-donne", DaysChanged = "lecture.delai-de-l-appel", LinkDeclared = "lecture.lien-declare", Saved = "lecture.enregistree", Given = "lecture.donnee",
        SettlementProposed = "lecture.accord-propose", HandedOver = "lecture.confiee-au-groupe", SettledByGroup = "lecture.accord-du-groupe", Settled = "lecture.accord", Revised = "lecture.codage-revu", Selected = "lecture.selection", MotivesCorrected = "lecture.motifs-corriges", TeamWrote = "lecture.message", DeliberationOpened = "lecture.deliberation", Erased = "lecture.effacee", WordsErased = "lecture.mots-effaces";
}
