using Croisee.Experiences.CallOffice;

namespace Croisee.Library;

/// <summary>The acts of this room that touch an experience or its sheet, as a history says them.</summary>
static class ActWords
{
    public static readonly ToldActs Told = new(new Dictionary<string, string>
    {
        [Acts.ApprovalAsked] = "a demandé l’accord des auteurs sur la page",
        [Acts.Agreed] = "ont donné leur accord sur la page",
        [Acts.Published] = "a publié la fiche",
        [Acts.AmendmentBegun] = "ont commencé une correction",
        [Acts.EasyRead] = "a relu le texte facile",
        [Acts.NewsAsked] = "a demandé des nouvelles",
        [Acts.NewsGiven] = "ont donné des nouvelles",
        [Acts.WordsShown] = "a publié des paroles",
        [Acts.WordsRefused] = "n’a pas publié des paroles",
        [Acts.WordWritten] = "a posé une question, ou dit avoir fait pareil",
        [Acts.WordAnswered] = "ont répondu à une question",
        [Acts.LinkProposed] = "ont proposé un lien",
    });
}
