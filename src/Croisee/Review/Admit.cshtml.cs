using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Review;

/// <summary>The verdict of those who lead the group that reads for the call.</summary>
[Audience(Audience.Member)]
public sealed class AdmitModel(AppDb db, TimeProvider clock, Visitor visitor, Admission admission) : ReviewedScreen(db, clock, visitor)
{
    protected override bool ForSteering => true;
    [BindProperty] public AdmitForm Form { get; set; } = new();
    public AdmitShown Shown => admission.Shown(Experience, Form, whole: true, warned);
    bool warned;

    public void OnGet() { }

    /// <summary>Which button: « reprendre » takes a refusal back, or a question that gets no answer.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }

    public async Task<IActionResult> OnPost()
    {
        if (Doing == "reprendre") return await TakeUp();
        foreach (var (field, sentence) in admission.Faults(Form, whole: true)) ModelState.AddModelError(field, sentence);
        if (!ModelState.IsValid) return Page();
        if (warned = Admission.Warns(Form)) return Page();
        if (admission.IsSaid(Experience, Form, Me)) return Redirect(PathOfCall("recevabilite"));
        await admission.Say(Experience, Form, Me);
        await Db.SaveChangesAsync();
        Flash("C’est enregistré. Les auteurs le voient avec leur code.");
        return Redirect(PathOfCall("recevabilite"));
    }

    public override async Task<IActionResult?> OnConflict() => await Reloaded() ?? (Doing != "reprendre" && admission.IsSaid(Experience, Form, Me) ? Redirect(PathOfCall("recevabilite")) : await base.OnConflict());

    async Task<IActionResult> TakeUp()
    {
        if (string.IsNullOrWhiteSpace(Form.Text)) { ModelState.AddModelError("Form.Text", "Dites aux auteurs pourquoi."); return Page(); }
        if (warned = Admission.Warns(Form)) return Page();
        if (!Admission.MayTakeUp(Experience.State, whole: true)) return Redirect(PathOfCall("recevabilite"));
        await admission.TakeUp(Experience, Form.Text, Me);
        await Db.SaveChangesAsync();
        Flash("C’est repris. Dites maintenant si elle est recevable.");
        return Redirect(Path($"recevabilite/{Experience.Reference}"));
    }
}
