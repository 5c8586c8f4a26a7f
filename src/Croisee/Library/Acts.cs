namespace Croisee.Library;

/// <summary>What happens in this room, as the journal names it.</summary>
public static class Acts
{
    public const string ApprovalAsked = "fiche.accord-demande", Agreed = "fiche.accord-donne", Published = "fiche.publiee", AmendmentBegun = "fiche.correction", AmendmentDropped = "fiche.correction-abandonnee", TakenDown = "fiche.retiree-par-organisme", KeptPrivate = "fiche.gardee-sans-publier", AuthorsReminded = "fiche.accord-rappele", ArchivedAtEnd = "fiche.archivee-fin-des-travaux", EasyRead = "fiche.relue-facile",
        NewsAsked = "fiche.nouvelles-demandees", NewsGiven = "fiche.nouvelles", WordsShown = "fiche.paroles-publiees", WordsRefused = "fiche.paroles-refusees",
        CollectionMade = "dossier.cree", CollectionTold = "dossier.dit", CollectionComposed = "dossier.compose", CollectionShared = "dossier.diffusion", CollectionDeleted = "dossier.efface", CollectionLeft = "dossier.sans-auteur", SearchStopped = "recherche.arretee",
        WordWritten = "fiche.parole-lecteur", WordAnswered = "fiche.parole-reponse", RereadAsked = "fiche.parole-a-relire", WordKept = "fiche.parole-gardee", WordTakenBack = "fiche.parole-reprise", WordErased = "fiche.parole-effacee", WordHidden = "fiche.parole-cachee", LinkProposed = "fiche.lien-propose", MethodDescribed = "methode.decrite", MethodsMerged = "methode.reunie", MethodGone = "methode.disparue",
        StructuresJoined = "structure.reunie", StructuresApart = "structure.distinguee", StructuresUndone = "structure.decision-defaite";
}
