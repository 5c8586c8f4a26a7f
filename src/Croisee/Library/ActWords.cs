using Croisee.Journal;

namespace Croisee.Library;

/// <summary>The acts of this room, as the journal and a history say them.</summary>
static class ActWords
{
    public static readonly ToldActs Told = new(new Dictionary<string, string>
    {
        [Acts.ApprovalAsked] = "a demandé l’accord des auteurs sur la page",
        [Acts.Agreed] = "ont donné leur accord sur la page",
        [Acts.Published] = "a publié la fiche",
        [Acts.AmendmentBegun] = "ont commencé une correction",
        [Acts.AmendmentDropped] = "ont abandonné une correction",
        [Acts.TakenDown] = "a retiré la fiche publiée",
        [Acts.KeptPrivate] = "ont choisi de ne pas publier",
        [Acts.AuthorsReminded] = "a rappelé aux auteurs qu’une page les attend",
        [Acts.ArchivedAtEnd] = "a archivé l’expérience à la fin des travaux",
        [Acts.EasyRead] = "a relu le texte facile",
        [Acts.NewsAsked] = "a demandé des nouvelles",
        [Acts.NewsGiven] = "ont donné des nouvelles",
        [Acts.WordsShown] = "a publié des paroles",
        [Acts.WordsRefused] = "n’a pas publié des paroles",
        [Acts.WordWritten] = "a posé une question, ou dit avoir fait pareil",
        [Acts.WordAnswered] = "ont répondu à une question",
        [Acts.RereadAsked] = "a demandé de relire des paroles",
        [Acts.WordKept] = "a relu des paroles, et les a gardées",
        [Acts.WordTakenBack] = "a repris ses paroles",
        [Acts.WordErased] = "a effacé les paroles d’un lecteur",
        [Acts.WordHidden] = "a fait cacher les paroles d’un lecteur",
        [Acts.LinkProposed] = "ont proposé un lien",
        [Acts.MethodDescribed] = "a décrit une méthode",
        [Acts.MethodsMerged] = "a réuni à cette méthode un autre nom, qui disparaît",
        [Acts.MethodGone] = "a fait disparaître ce nom de méthode, réuni à un autre",
        [Acts.StructuresJoined] = "a dit que deux structures sont une seule",
        [Acts.StructuresApart] = "a dit que deux structures sont différentes",
        [Acts.StructuresUndone] = "a défait ce qui avait été dit de deux structures",
        [Acts.CollectionMade] = "a créé un dossier",
        [Acts.CollectionTold] = "a écrit la présentation d’un dossier",
        [Acts.CollectionComposed] = "a composé un dossier",
        [Acts.CollectionShared] = "a changé qui lit un dossier",
        [Acts.CollectionDeleted] = "a effacé un dossier",
        [Acts.SearchStopped] = "a arrêté une recherche suivie",
        [Acts.CollectionLeft] = "a laissé un dossier à sa structure",
    });
}
