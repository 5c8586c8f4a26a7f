using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Files;
using Croisee.People;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>The picture and the recording of some texts of a questionnaire, one form for all.</summary>
public abstract class MediaScreen(AppDb db, Visitor visitor, TimeProvider clock, FileStore store) : QuestionnaireScreen(db, visitor, clock)
{
    const string NoPicture = "aucune";

    public sealed class MediaForm
    {
        [Required(ErrorMessage = "Choisissez le texte.")] public string? Key { get; set; }
        public string? Picture { get; set; }
        public IFormFile? File { get; set; }
    }

    /// <summary>Whether a text of the questionnaire, by its key, is of this page; null where the page is of nothing.</summary>
    protected abstract Predicate<string>? Mine();
    /// <summary>Where the page itself is.</summary>
    protected abstract string Here { get; }
    /// <summary>What stands before the page, where one goes back to: a question, the presentation.</summary>
    public abstract (string Name, string Path) Above { get; }

    [BindProperty] public MediaForm Form { get; set; } = new();
    /// <summary>« retirer » takes the recording away; nothing adds.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }

    public IReadOnlyList<(string Key, Wording Text)> Texts { get; private set; } = [];
    /// <summary>Recordings that wait for the antivirus, or that it refused.</summary>
    public IReadOnlySet<Guid> Waiting { get; private set; } = new HashSet<Guid>();
    /// <summary>Those that this platform holds: a questionnaire that came from another names some that it does not.</summary>
    public IReadOnlySet<Guid> Held { get; private set; } = new HashSet<Guid>();

    protected override async Task<IActionResult?> Ready()
    {
        if (Mine() is not { } mine) return NotFound();
        var texts = new List<(string, Wording)>();
        Content.Each((_, key, text) => { if (mine(key)) texts.Add((key, text)); return text; });
        Texts = texts;
        var named = Texts.Select(t => QuestionnaireSound.IdOf(t.Text.Audio)).OfType<Guid>().ToList();
        if (named.Count == 0) return null;
        var sounds = Db.QuestionnaireSounds;
        var files = await Db.StoredFiles.Where(f => named.Contains(f.Id) && sounds.Any(s => s.FileId == f.Id)).Select(f => new { f.Id, IsClean = f.State == FileState.Clean }).ToListAsync(HttpContext.RequestAborted);
        (Held, Waiting) = (files.Select(f => f.Id).ToHashSet(), files.Where(f => !f.IsClean).Select(f => f.Id).ToHashSet());
        return null;
    }

    public IEnumerable<Choice> Keys => Texts.Select(t => new Choice(t.Key, t.Text.Text));
    /// <summary>What stands beside answers rather than beside an idea.</summary>
    static readonly Choice[] Faces = [new("pouce-haut", "pouce en haut"), new("pouce-bas", "pouce en bas"), new("oui", "visage content"), new("un-peu", "visage moyen"), new("non", "visage pas content"), new("visage-ravi", "visage ravi"), new("visage-triste", "visage triste")];
    public static IEnumerable<Choice> Pictures => [new(NoPicture, "Aucune image"), .. Faces, .. Pictograms.Names.Order(StringComparer.Ordinal).Select(n => new Choice(n, Pictograms.InWords(n)))];

    public static string InWords(string picture) => Pictures.FirstOrDefault(p => p.Value == picture)?.Label ?? picture;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Texts.Where(t => t.Key == Form.Key).Select(t => t.Text).FirstOrDefault() is not { } text) { ModelState.AddModelError("Form.Key", "Choisissez un texte de la liste."); return Page(); }
        if (Doing == "retirer") return await Kept(text with { Audio = null }, $"« {Short(text.Text)} » n’a plus d’enregistrement");
        if (Form.File is null && string.IsNullOrEmpty(Form.Picture)) { ModelState.AddModelError("Form.File", "Choisissez un enregistrement ou une image."); return Page(); }
        if (!string.IsNullOrEmpty(Form.Picture) && !Pictures.Any(p => p.Value == Form.Picture)) { ModelState.AddModelError("Form.Picture", "Choisissez une image de la liste."); return Page(); }
        if (!string.IsNullOrEmpty(Form.Picture)) text = text with { Picture = Form.Picture == NoPicture ? null : Form.Picture };
        if (Form.File is null) return await Kept(text, $"« {Short(text.Text)} » a changé d’image");
        return await Heard(text);
    }

    async Task<IActionResult> Heard(Wording text)
    {
        var (file, refused) = await new TakeSound(Db, store, Visitor.PersonId?.ToString()).Run(Questionnaire, Form.File!, Now, HttpContext.RequestAborted);
        if (file is null) { ModelState.AddModelError("Form.File", refused!); return Page(); }
        try { return await Kept(text with { Audio = file.Id.ToString("D") }, $"« {Short(text.Text)} » a un enregistrement{(file.IsClean ? "" : ", qui attend l’antivirus")}"); }
        catch
        {
            if (Db.Entry(file).State is EntityState.Added) store.Delete(file);
            throw;
        }
    }

    Task<IActionResult> Kept(Wording text, string done) =>
        Written(Content.Each((_, key, was) => key == Form.Key ? text : was), done, Here);
}
