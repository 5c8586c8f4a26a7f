using Croisee.Data;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.Deposit;

/// <summary>The receipt says what happens next, who will read, by when, and with which code. The same each time it is asked for.</summary>
[Audience(Audience.Author)]
public sealed class ReceiptModel(AppDb db, AuthorCookie cookie, TimeProvider clock, MailSettings mail) : AuthorScreen(db, cookie, clock)
{
    /// <summary>Days in which the call's team promises a first answer.</summary>
    public const int FirstAnswerDays = 30;

    /// <summary>The code that opens it, while this browser still holds it sealed; it is kept nowhere else.</summary>
    public string? Code { get; private set; }
    public string Link => $"{mail.Origin}/suivre/{Code}";

    /// <summary>The last time: completed and sent again, it is answered from that day.</summary>
    public DateTime SentAt { get; private set; }

    protected override async Task<IActionResult?> Ready()
    {
        if (Experience.SubmittedAt is not { } first) return Redirect($"/deposer/fiche/{Reference}");
        SentAt = await Db.Passages.LastSending(Experience.Id) ?? first;
        Code = ShownCode() is { } shown && shown.Author.Id == Me.Id ? shown.Code : null;
        return null;
    }

    public IReadOnlyList<ThreadStep> Next =>
    [
        new(ThreadMark.Word, "Vous l’avez envoyée", SentAt.DayInWords()),
        new(ThreadMark.None, "L’équipe de l’appel vérifie qu’elle correspond", $"réponse {SentAt.AddDays(FirstAnswerDays).ParisDay().UntilInclusive()}"),
        new(ThreadMark.None, "Une personne concernée et un professionnel la lisent", "chacun de son côté, sans connaître vos coordonnées"),
        new(ThreadMark.Decision, "Le groupe en parle et décide", "à parts égales, avec ses raisons écrites"),
        new(ThreadMark.Effect, "Vous relisez la page, et vous dites oui ou non", "elle est alors publiée dans le répertoire"),
    ];

    public void OnGet() { }
}
