using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>A person concerned and a professional may each sign with their own code; the sheet says in whose voice it speaks (fields 46, 47). What is signed is the text that the page showed.</summary>
[Audience(Audience.Author)]
public sealed class SignModel(AppDb db, AuthorCookie cookie, TimeProvider clock, Framework.Labels labels) : AuthorScreen(db, cookie, clock)
{
    public sealed class SignForm
    {
        public List<string> Agree { get; set; } = [];
        public bool TakeBack { get; set; }
    }

    [BindProperty] public SignForm Form { get; set; } = new();
    [FromForm(Name = "empreinte")] public string? Seen { get; set; }
    public Voices Voices { get; private set; } = new(false, false);
    public bool HasSigned { get; private set; }
    public string MyVoice => Me.Voice is Voice.PersonConcerned ? "personne concernée, proche ou représentant" : "professionnel ou professionnelle";
    public IReadOnlyList<Choice> Agreement { get; } = [new("oui", "J’ai lu tout le texte et je le signe.")];
    public string Fingerprint { get; private set; } = "";
    public AccountView Text { get; private set; } = null!;

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps).Include(e => e.Call.Questions);

    protected override Task<IActionResult?> Ready()
    {
        Fingerprint = Experience.Steps.Fingerprint();
        Voices = Voices.Of(Experience.Authors, Fingerprint);
        HasSigned = Me.HasSigned(Fingerprint);
        Text = new AccountView(Experience.Steps.ToAccount(), labels, Experience.Call.Questions);
        return Task.FromResult<IActionResult?>(Experience.IsOpenToAuthors ? null : Redirect($"/suivre/fiche/{Reference}"));
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Form.TakeBack) { Me.TakeBackSignature(); Record(Acts.SignatureTakenBack); }
        else if (Form.Agree is not ["oui"]) { ModelState.AddModelError("Form.Agree", "Cochez la case pour signer."); return Page(); }
        else if (Seen != Fingerprint)
        {
            // The tick said that another text was read.
            Form.Agree = [];
            ModelState.Remove("Form.Agree");
            ModelState.AddModelError("", "Le texte a changé depuis que vous avez ouvert cette page. Relisez-le ci-dessous, puis signez.");
            return Page();
        }
        else { Me.Sign(Fingerprint, Now); Record(Acts.Signed); }
        await Db.SaveChangesAsync();
        Flash(Form.TakeBack ? "Votre signature est retirée." : "Votre signature est enregistrée.");
        return Redirect($"/deposer/fiche/{Reference}");
    }
}
