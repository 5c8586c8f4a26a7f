using System.Security.Cryptography;
using System.Text.Json;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>The one door to contact data (EXP-R4): seals them, opens them for the author who gave them, the contact officer and the letters that leave. A house test lets no other file name the noun.</summary>
public sealed class ContactStore(AppDb db, IDataProtectionProvider protection, TimeProvider clock, IEnumerable<IAddressUse> uses)
{
    readonly IDataProtector protector = protection.CreateProtector("contacts");

    /// <summary>Null too when the key that sealed them is lost: they are then nobody's any more, and may be given again.</summary>
    public async Task<HeldContact?> HeldOf(Guid experience) =>
        await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.ExperienceId == experience) is { } contact && Open(contact) is { } details ? new(details, contact.RecontactAgreedAt, contact.SavedAt) : null;

    public async Task<(ContactDetails Details, bool Recontact)?> Find(Guid experience) =>
        await HeldOf(experience) is { } held ? (held.Details, held.RecontactAgreedAt is not null) : null;

    ContactDetails? Open(Contact contact)
    {
        try { return JsonSerializer.Deserialize<ContactDetails>(protector.Unprotect(contact.Sealed)); }
        catch (CryptographicException) { return null; }
    }

    public Task<bool> Exists(Guid experience) => db.Contacts.AnyAsync(c => c.ExperienceId == experience);

    /// <summary>Keeps what was given, in the current save. The address that a shown sheet carries becomes the one given.</summary>
    public async Task Save(Experience experience, ContactDetails details, bool recontact)
    {
        ContactDetails.Check(details);
        var contact = await db.Contacts.SingleOrDefaultAsync(c => c.ExperienceId == experience.Id);
        if (contact is null) db.Contacts.Add(contact = new Contact(experience.Id, experience.CallId, clock.UtcNow()));
        var now = details.PublicAddress ?? "";
        // Not compared with what was held: the sheet may show an address that nothing holds any more.
        if (experience.ShownSince is not null) db.Announce(new PublicAddressChanged(experience.Id, now.Length > 0 ? now : null));
        contact.Write(protector.Protect(JsonSerializer.Serialize(details)), recontact, clock.UtcNow());
    }

    public async Task Erase(Guid experience)
    {
        if (await db.Contacts.SingleOrDefaultAsync(c => c.ExperienceId == experience) is { } contact) await TakeAway([contact]);
    }

    async Task TakeAway(IReadOnlyCollection<Contact> erased)
    {
        db.Contacts.RemoveRange(erased);
        var ids = erased.Select(c => c.Id).ToList();
        await new ForgetLetters(db, uses).Run(erased.Select(Open).OfType<ContactDetails>().Select(d => d.Email),
            async () => (await db.Contacts.AsNoTracking().Where(c => !ids.Contains(c.Id)).ToListAsync()).Select(Open).OfType<ContactDetails>().Select(d => Person.NormaliseEmail(d.Email)).ToHashSet());
    }

    /// <summary>A base older than the erasure came back: what was given before it goes again, from the public page too; what was given since stays (S41).</summary>
    public static async Task<bool> Again(IServiceProvider services, Guid id, DateTime at)
    {
        var db = services.GetRequiredService<AppDb>();
        if (await db.Experiences.Include(e => e.Call).SingleOrDefaultAsync(e => e.Id == id) is not { } experience) return false;
        var contact = await db.Contacts.SingleOrDefaultAsync(c => c.ExperienceId == id);
        // Given since, it stays. With no contact left, the page may still show an address that was erased from it alone.
        if (contact is not null ? contact.SavedAt > at : !await services.GetServices<IKeptPages>().ShowAddress(experience)) return false;
        if (contact is not null) await services.GetRequiredService<ContactStore>().TakeAway([contact]);
        db.Announce(new PublicAddressChanged(id, null));
        db.Record(at, Actor.System, Acts.ContactErased, experience, Journal.EraseAgain.Why, experience.Call.OrganisationId);
        await db.SaveChangesAsync();
        foreach (var pages in services.GetServices<IKeptPages>()) await pages.Forget();
        return true;
    }

    /// <summary>Agreement to be contacted for other projects keeps contact data for three years (domain 10.1).</summary>
    public const int RecontactYears = 3;

    /// <summary>Takes the contact data of a call away in the current save, but those whose owner agreed to be contacted for other projects. Returns how many.</summary>
    public async Task<int> EraseOf(Guid call, DateTime now)
    {
        var agreedSince = now.AddYears(-RecontactYears);
        var ended = await db.Contacts.Where(c => c.CallId == call && (c.RecontactAgreedAt == null || c.RecontactAgreedAt < agreedSince)).ToListAsync();
        if (ended.Count > 0) await TakeAway(ended);
        var held = ended.Select(c => c.ExperienceId).ToHashSet();
        // Given with the contact data, the address to publish goes with them: nobody could take it back afterwards.
        foreach (var shown in (await db.Experiences.AsNoTracking().Include(e => e.Call).Where(e => e.CallId == call && e.ShownSince != null).ToListAsync()).Where(e => held.Contains(e.Id)))
        {
            db.Announce(new PublicAddressChanged(shown.Id, null));
            db.Record(now, Actor.System, Acts.ContactErased, shown, "fin des travaux", shown.Call.OrganisationId);
        }
        return ended.Count;
    }

    /// <summary>The experiences for which somebody can be written to, for a query.</summary>
    public IQueryable<Guid> Held => db.Contacts.Select(c => c.ExperienceId);

    /// <summary>
    /// Where to ask for news: while the work lasts that the notice named (EXP-R5), or, after it, whoever agreed to be contacted for other projects,
    /// as long as that agreement holds. Null when nobody may be asked. Expects the call loaded.
    /// </summary>
    public async Task<string?> AddressForNews(Experience experience, DateTime now)
    {
        if (await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.ExperienceId == experience.Id) is not { } contact) return null;
        var workLasts = experience.Call.Notice.KeptUntilDay is { } last && now.ParisDay() <= last;
        return workLasts || contact.RecontactAgreedAt > now.AddYears(-RecontactYears) ? await AddressOf(experience.Id) : null;
    }

    /// <summary>Where to write to the authors, for a letter; null when they gave nothing.</summary>
    public async Task<string?> AddressOf(Guid experience) => (await Find(experience))?.Details.Email;

    /// <summary>The address given to be published (field 49); null when none was.</summary>
    public async Task<string?> PublicAddressOf(Guid experience) => (await Find(experience))?.Details.PublicAddress is { Length: > 0 } address ? address : null;
}
