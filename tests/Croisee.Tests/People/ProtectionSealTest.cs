using Croisee.Data;
using Croisee.Office;
using Croisee.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.People;

/// <summary>The key ring is closed to whoever has the database alone.</summary>
[Trait("kind", "pure")]
public sealed class ProtectionSealTest : IDisposable
{
    const string Xml = "<key id=\"1\"><masterKey>secret-en-clair</masterKey></key>";
    readonly string folder = Directory.CreateTempSubdirectory("croisee-key-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    ProtectionSeal Seal(string? setting = null, string? elsewhere = null) => new(new Storage(Engine.Sqlite, "", elsewhere ?? folder),
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [ProtectionSeal.SettingName] = setting }).Build());

    [Fact]
    public void Makes_a_file_that_only_its_owner_reads_and_opens_with_it()
    {
        var stored = Seal().Seal("key-1", Xml);
        Assert.DoesNotContain("secret-en-clair", stored);
        Assert.Equal(Xml, Seal().Open("key-1", stored));
        Assert.NotEqual(stored, Seal().Seal("key-1", Xml));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, ProtectionSeal.FileName)));
        Assert.False(Seal().FileIsOpenToOthers);
        Assert.True(Seal().IsCurrent(stored));
    }

    [Fact]
    public void Needs_no_file_with_the_setting()
    {
        var secret = new string('a', ProtectionSeal.SecretMin);
        var stored = Seal(secret).Seal("key-1", Xml);
        Assert.False(File.Exists(Path.Combine(folder, ProtectionSeal.FileName)));
        Assert.Equal(Xml, Seal(secret).Open("key-1", stored));
        Assert.Throws<CannotServe>(() => Seal(new string('b', ProtectionSeal.SecretMin)).Open("key-1", stored));
        Assert.Throws<CannotServe>(() => Seal().Open("key-1", stored));
        Assert.Throws<CannotServe>(() => Seal("trop-court").Seal("key-1", Xml));
    }

    [Fact]
    public void Opens_with_a_replaced_secret_and_seals_with_the_new_one()
    {
        string old = new('a', 40), now = new('b', 40);
        var stored = Seal(old).Seal("key-1", Xml);
        var both = Seal(now + " " + old);
        Assert.Equal(Xml, both.Open("key-1", stored));
        Assert.False(both.IsCurrent(stored));
        Assert.Equal(Xml, Seal(now).Open("key-1", both.Seal("key-1", Xml)));
    }

    [Fact]
    public void Refuses_another_row_a_changed_text_and_another_folder()
    {
        var stored = Seal().Seal("key-1", Xml);
        Assert.Throws<CannotServe>(() => Seal().Open("key-2", stored));
        Assert.Throws<CannotServe>(() => Seal().Open("key-1", stored[..^6] + "AAAAA="));
        Assert.Throws<CannotServe>(() => Seal().Open("key-1", "scelle1:"));
        Assert.Throws<CannotServe>(() => Seal(elsewhere: Path.Combine(folder, "ailleurs")).Open("key-1", stored));
        Assert.Equal(Xml, Seal().Open("key-1", Xml));
    }
}

/// <summary>The same on a running instance.</summary>
public sealed class SealedKeysTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Keeps_the_ring_sealed_in_the_database_and_says_so()
    {
        Assert.Equal("mot", Protector().Unprotect(Protector().Protect("mot")));
        var keys = await place.Db(db => db.Set<ProtectionKey>().AsNoTracking().ToListAsync());
        Assert.NotEmpty(keys);
        Assert.All(keys, k => { Assert.True(ProtectionSeal.IsSealed(k.Xml)); Assert.DoesNotContain("masterKey", k.Xml); });
        var finding = (await place.With(s => s.GetRequiredService<CheckUp>().Run())).Single(f => f.Subject == "Clés de scellement");
        Assert.Equal(Health.Well, finding.Health);
    }

    [Fact]
    public async Task Reads_a_key_stored_in_the_clear_by_an_older_version_and_seals_it_at_the_next_start()
    {
        Protector().Protect("mot");
        var seal = place.App.Services.GetRequiredService<ProtectionSeal>();
        const string name = "key-ancienne", xml = "<key id=\"0b8c39b9-2b5a-4b6c-9f0e-3c1d2f7a9e10\" version=\"1\"><descriptor><masterKey>ancien</masterKey></descriptor></key>";
        await place.Db(async db => { db.Add(new ProtectionKey(name, xml)); return await db.SaveChangesAsync(); });
        try
        {
            Assert.Equal(Health.Attention, (await place.With(s => s.GetRequiredService<CheckUp>().Run())).Single(f => f.Subject == "Clés de scellement").Health);
            await place.With(async s => { await ProtectionKeyStore.Prepare(s); return true; });
            var stored = await place.Db(db => db.Set<ProtectionKey>().AsNoTracking().Where(k => k.Name == name).Select(k => k.Xml).SingleAsync());
            Assert.True(ProtectionSeal.IsSealed(stored));
            Assert.Equal(xml, seal.Open(name, stored));
        }
        finally { await place.Db(db => db.Write(d => d.Set<ProtectionKey>().Where(k => k.Name == name).ExecuteDelete())); }
    }

    IDataProtector Protector() => place.App.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("essai");
}
