using System.Linq.Expressions;
using Croisee.Mail;

namespace Croisee.Library.Watching;

/// <summary>The letters of saved searches, known by their subject: the text of a letter that was sent is gone.</summary>
static class SearchLetters
{
    public const string Code = "Votre code pour suivre une recherche", One = "Croisée : une nouvelle fiche";
    const string Beginning = "Croisée : ", End = " nouvelles fiches";

    public static string Of(int sheets) => sheets == 1 ? One : $"{Beginning}{sheets}{End}";

    public static Expression<Func<OutgoingMail, bool>> Theirs { get; } = m => m.Subject == Code || m.Subject == One || m.Subject.StartsWith(Beginning) && m.Subject.EndsWith(End);
}
