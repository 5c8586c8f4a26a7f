using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Library.Reading;
using Croisee.Mail;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Readers;

/// <summary>A reader writes beside a sheet, without an account. Machines are slowed by the network's limit, an empty field that only they fill, and the age of the form; nothing is public before the moderation.</summary>
[Audience(Audience.Public), EnableRateLimiting(People.Limits.Words)]
public sealed class WriteWordModel(AppDb db, FormAge age, ReaderCodes codes, WordCookie cookie, AwaitingReaders readers, TellModerators moderators, TimeProvider clock) : SheetScreen(db)
{
    public sealed class WordForm
    {
        [Required(ErrorMessage = "Choisissez une réponse.")] public ReaderWordKind? Kind { get; set; }
        [Required(ErrorMessage = "Écrivez votre message."), StringLength(ReaderWord.TextMax, ErrorMessage = Croisee.Experiences.Answers.Limits.TooLong)] public string? Text { get; set; }
        [StringLength(ReaderWord.PlaceMax, ErrorMessage = Croisee.Experiences.Answers.Limits.TooLong)] public string? Place { get; set; }
        [StringLength(Croisee.Experiences.Answers.Limits.Email, ErrorMessage = Croisee.Experiences.Answers.Limits.TooLong)] public string? Email { get; set; }
        [StringLength(40)] public string? Key { get; set; }
        [StringLength(1000)] public string? Stamp { get; set; }
        /// <summary>The code that opens the word, sealed.</summary>
        [StringLength(1000)] public string? Drawn { get; set; }
        [StringLength(64)] public string? Seen { get; set; }
        public string? Site { get; set; }
    }

    [BindProperty] public WordForm Form { get; set; } = new();
    public WrittenWords? Warning { get; private set; }
    public string Stamp { get; private set; } = "";
    public IReadOnlyList<Choice> Kinds { get; } = [new(nameof(ReaderWordKind.Question), "Poser une question aux auteurs"), new(nameof(ReaderWordKind.DoneToo), "Dire : nous l’avons fait aussi")];

    protected override Task<IActionResult?> Ready()
    {
        // The first stamp stays: whoever corrects a refused form has been here longer, not shorter.
        Stamp = string.IsNullOrEmpty(Form.Stamp) ? age.Now() : Form.Stamp;
        return Task.FromResult<IActionResult?>(null);
    }

    public void OnGet() => (Form.Key, Form.Drawn) = (Rules.Reference.New() + Rules.Reference.New(), codes.Draw());

    public async Task<IActionResult> OnPost()
    {
        if (!string.IsNullOrEmpty(Form.Site)) return Redirect(ThanksPath);
        if (!age.IsHuman(Form.Stamp))
        {
            Stamp = age.Now();
            throw new RuleBroken("LEC-R1", "Votre message est encore là. Relisez-le, attendez quelques secondes, puis envoyez-le de nouveau.");
        }
        var (now, email) = (clock.UtcNow(), Form.Email?.Trim());
        if (!string.IsNullOrEmpty(email) && !OutgoingMail.IsAddress(email)) throw new RuleBroken("LEC-R1", OutgoingMail.NotAnAddress, "Email");
        var word = new ReaderWord(Sheet.Id, string.IsNullOrEmpty(Form.Key) ? Rules.Reference.New() + Rules.Reference.New() : Form.Key, Form.Kind!.Value, Form.Text, Form.Place, now);
        if ((Warning = WrittenWords.Warn(Form.Seen, word.Text, word.Place)) is not null) return Page();
        var code = codes.Open(Form.Drawn);
        if (await Twin(word.Key) is { } twin) return Thanks(twin, code);
        // The same drawing under another key is another form: its word gets a code of its own.
        if (await Opened(code)) code = SpokenCode.New();
        word.OpenWith(code);
        Db.ReaderWords.Add(word);
        if (!string.IsNullOrEmpty(email)) readers.Keep(word, email, now);
        Db.Record(now, Actor.System, Acts.WordWritten, word, null, Sheet.OrganisationId);
        await moderators.Run(Sheet, "Un lecteur a écrit à côté d’une fiche : son message attend votre lecture.", now);
        try { if (!await Db.SaveBeside(Sheet.Id)) return Redirect($"/experiences/{Reference}"); }
        // The other sending of the same form came first.
        catch (DbUpdateException e) when (e.IsTwin())
        {
            Db.ChangeTracker.Clear();
            if (await Twin(word.Key) is not { } first) throw;
            return Thanks(first, code);
        }
        return Thanks(word.Id, code);
    }

    string ThanksPath => $"/experiences/{Reference}/question/code";

    Task<Guid?> Twin(string key) => Db.ReaderWords.Where(w => w.SheetId == Sheet.Id && w.Key == key).Select(w => (Guid?)w.Id).SingleOrDefaultAsync();

    Task<bool> Opened(string code)
    {
        var hash = ReaderWord.HashOf(code);
        return Db.ReaderWords.AnyAsync(w => w.CodeHash == hash);
    }

    RedirectResult Thanks(Guid word, string code)
    {
        cookie.Show(Response, word, code);
        return Redirect(ThanksPath);
    }
}
