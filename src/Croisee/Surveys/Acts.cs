namespace Croisee.Surveys;

/// <summary>What happens in this room, as the journal names it. Answers are no act of anybody: nothing tells of them.</summary>
public static class Acts
{
    public const string Begun = "questionnaire.commence", Written = "questionnaire.ecrit", TakenBack = "questionnaire.annule", Published = "questionnaire.publie", Tried = "questionnaire.essai",
        Opened = "enquete.ouverte", PlaceAdded = "enquete.lieu", CodesMade = "enquete.codes", CodesCancelled = "enquete.codes-annules", Prolonged = "enquete.prolongee", Closed = "enquete.arretee", Described = "enquete.presentation", PlaceCorrected = "enquete.lieu-corrige", PlaceWithdrawn = "enquete.lieu-retire", FiguresPublished = "enquete.resultats", TextModerated = "enquete.texte-modere", SignedErased = "enquete.reponse-effacee", SignedRead = "enquete.reponses-lues", TakenIn = "enquete.reponses-reprises", TakenOut = "enquete.reponses-retirees", LateCounted = "enquete.retards", MisfitErased = "enquete.hors-questionnaire-effacees", SetAside = "enquete.mise-a-part", CountedAgain = "enquete.compte-de-nouveau", LeftAside = "enquete.laissee-a-part", DeviceRemoved = "enquete.appareil-retire", Read = "enquete.salle-sure",
        AnalystDeclared = "enquete.analyste-declare", AnalystPledged = "enquete.analyste-engage", AnalystEnded = "enquete.analyste-termine";
}
