using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.Deposit;

/// <summary>The receipt says what happens next, who will read, by when. The same each time it is asked for.</summary>
[Audience(Audience.Author)]
public sealed class ReceiptModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    /// <summary>Days in which the call's team promises a first answer.</summary>
    public const int FirstAnswerDays = 30;

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(Experience.SubmittedAt is null ? Redirect($"/deposer/fiche/{Reference}") : null);

    public IReadOnlyList<ThreadStep> Next =>
    [
        new(ThreadMark.Word, "Vous l’avez envoyée", Experience.SubmittedAt!.Value.DayInWords()),
        new(ThreadMark.None, "L’équipe de l’appel vérifie qu’elle correspond", $"réponse avant le {Experience.SubmittedAt.Value.AddDays(FirstAnswerDays).DayInWords()}"),
        new(ThreadMark.None, "Une personne concernée et un professionnel la lisent", "chacun de son côté, sans connaître vos coordonnées"),
        new(ThreadMark.Decision, "Le groupe en parle et décide", "à parts égales, avec ses raisons écrites"),
        new(ThreadMark.Effect, "Vous relisez la page, et vous dites oui ou non", "elle est alors publiée dans le répertoire"),
    ];

    public void OnGet() { }
}
