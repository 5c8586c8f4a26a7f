using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>Several people write one experience, each with a code of their own (EXP-R11).</summary>
[Audience(Audience.Author)]
public sealed class AuthorsModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    public sealed class InviteForm
    {
        [Required(ErrorMessage = "Dites qui est cette personne.")] public Voice? Voice { get; set; }

        /// <summary>The author's future id: sent twice, the form makes one code.</summary>
        public Guid Once { get; set; } = Guid.CreateVersion7();
    }

    [BindProperty] public InviteForm Form { get; set; } = new();
    public string Fingerprint { get; private set; } = "";
    public IEnumerable<Author> Writing => Experience.Authors.Where(a => a.EndedAt is null).OrderBy(a => a.InvitedAt);
    public IReadOnlyList<Choice> VoiceChoices { get; } = [new(nameof(Voice.PersonConcerned), "Une personne concernée, un proche ou un représentant"), new(nameof(Voice.Professional), "Un professionnel ou une professionnelle")];

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps).Include(e => e.Call.Questions);

    protected override Task<IActionResult?> Ready()
    {
        Fingerprint = Experience.Steps.Fingerprint();
        // Once sent, the list stays: a code may have to be taken back at any time. New ones are for writing.
        return Task.FromResult<IActionResult?>(Experience.IsOpenToAuthors || HttpMethods.IsGet(Request.Method) && Experience.State is not ExperienceState.Withdrawn ? null : Redirect($"/suivre/fiche/{Reference}"));
    }

    public static string Name(Voice voice) => voice is Voice.PersonConcerned ? "Personne concernée" : "Professionnel·le";

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Made is { } made) return await Again(made);
        var code = SpokenCode.New();
        var author = Experience.Invite(Form.Voice!.Value, SpokenCode.Hash(SpokenCode.Read(code)!), Now, Form.Once);
        Db.Authors.Add(author);
        Record(Acts.AuthorInvited);
        await Db.SaveChangesAsync();
        Cookie.Show(Response, author.Id, code);
        return Redirect($"/deposer/fiche/{Reference}/code");
    }

    Author? Made => Experience.Authors.SingleOrDefault(a => a.Id == Form.Once && a.Id != Me.Id);

    /// <summary>The answer to the first sending may never have been shown: while it would still be, the code is made anew. Later it may be in somebody's hands, and stays.</summary>
    async Task<IActionResult> Again(Author made)
    {
        if (made.EndedAt is not null || made.SignedAt is not null || Now - made.InvitedAt >= AuthorCookie.CodeLife) return Redirect($"/deposer/fiche/{Reference}/auteurs");
        if (Cookie.Shown(Request)?.Author != made.Id)
        {
            var code = SpokenCode.New();
            made.Recode(SpokenCode.Hash(SpokenCode.Read(code)!), Now);
            Record(Acts.CodeRenewed);
            await Db.SaveChangesAsync();
            Cookie.Show(Response, made.Id, code);
        }
        return Redirect($"/deposer/fiche/{Reference}/code");
    }

    public override async Task<IActionResult?> OnConflict()
    {
        Db.ChangeTracker.Clear();
        return await Prepare() ?? (Made is { } made ? await Again(made) : await base.OnConflict());
    }
}
