package rules

import (
	"regexp"
	"strconv"
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

// lonely are the reasons why nothing determines a figure, by its path without the numbers of items: what would have to be
// there. The first that fits is taken; %s is the field as people call it.
var lonely = []struct {
	path *regexp.Regexp
	why  source.Text
}{
	{regexp.MustCompile(`^tahun$`), source.T("tahun laporan adalah patokan angka lain dan tidak diuji sendiri", "the year of the report is what other figures are held against, and is not tested itself")},
	{regexp.MustCompile(`\.tahun$|^tahun_`), source.T("%s adalah patokan angka lain dan tidak diuji sendiri", "%s is what other figures are held against, and is not tested itself")},
	{regexp.MustCompile(`^renstra\.periode\.`), source.T("awal dan akhir periode adalah patokan tahun target dan tidak diuji sendiri", "the years of the period are what targets are held against, and are not tested themselves")},
	{regexp.MustCompile(`^skala_capaian\b`), source.T("batas skala dibandingkan dengan batas tetangganya dan skala baku, tidak dihitung dari angka lain", "bounds of a scale are compared with their neighbours and with official scales, not computed from other figures")},
	{regexp.MustCompile(`\.kondisi_awal$`), source.T("%s hanya tertulis sekali; laporan tahun awal tidak disertakan", "%s is stated once; the report of the first year is not among the files")},
	{regexp.MustCompile(`^(renstra|iku)\b.*\.target_akhir$`), source.T("%s tidak dibandingkan di tempat lain: pengukuran tidak memuat indikator itu atau capaian akhirnya", "%s is compared nowhere: the measurement lacks the indicator or its achievement at the end")},
	{regexp.MustCompile(`^(renstra|iku)\b.*target`), source.T("%s tidak dimuat lagi dalam PK, pengukuran, atau dokumen lain yang diperiksa", "%s is not stated again in the agreement, the measurement or another document checked")},
	{regexp.MustCompile(`^perjanjian_kinerja.*\.target$`), source.T("indikatornya tidak ditemukan dalam dokumen lain, atau PK lain yang berlaku", "its indicator is in no other document, or another agreement is the one in force")},
	{regexp.MustCompile(`^perjanjian_kinerja.*anggaran$`), source.T("programnya tidak ditemukan dalam tabel anggaran, atau PK lain yang berlaku", "its programme is not in the budget table, or another agreement is the one in force")},
	{regexp.MustCompile(`^pengukuran.*\.riwayat`), source.T("%s hanya tertulis sekali; laporan tahun itu tidak disertakan", "%s is stated once; the report of that year is not among the files")},
	{regexp.MustCompile(`^pengukuran.*\.standar_nasional`), source.T("%s hanya tertulis sekali; sumbernya tidak disertakan", "%s is stated once; its source is not among the files")},
	{regexp.MustCompile(`^pengukuran.*\.realisasi$`), source.T("capaian yang dihitung dari %s tidak disajikan, dan tidak ada sumber lain yang memuatnya", "no achievement is shown that would be computed from %s, and no other source states it")},
	{regexp.MustCompile(`^pengukuran.*\.target$`), source.T("capaian yang dihitung dari %s tidak disajikan, dan indikatornya tidak ditemukan dalam PK atau Renstra", "no achievement is shown that would be computed from %s, and its indicator is in no agreement or plan")},
	{regexp.MustCompile(`^pengukuran.*\.capaian`), source.T("target atau realisasi yang menentukan %s tidak disajikan", "the target or result that determines %s is not shown")},
	{regexp.MustCompile(`^anggaran`), source.T("tidak ada rincian, jumlah, atau kolom lain yang menentukan %s", "no details, total or other column determine %s")},
	{regexp.MustCompile(`^penilaian.*\.(nilai|jumlah\.nilai|nilai_.*)$`), source.T("rincian, bobot, atau skema yang menentukan %s tidak ada", "there are no parts, weights or scheme that determine %s")},
	{regexp.MustCompile(`^penilaian`), source.T("skemanya tidak menentukan %s dari angka lain", "its scheme does not determine %s from other figures")},
	{regexp.MustCompile(`^narasi`), source.T("kalimatnya tidak dapat dikaitkan dengan angka lain dalam laporan", "its sentence cannot be tied to another figure of the report")},
}

var reItem = regexp.MustCompile(`\[\d+\]`)

// whyAlone says why nothing tests a figure on which no rule could declare anything.
func whyAlone(n *source.Node) source.Text {
	path := reItem.ReplaceAllString(n.Path(), "")
	field := schema.FieldLabel(n)
	// A target or result of one year is told by its field, or a table of five years gives five reasons.
	if key := path[strings.LastIndexByte(path, '.')+1:]; key != path {
		if _, err := strconv.Atoi(key); err == nil {
			path = path[:len(path)-len(key)-1]
			field = schema.FieldLabel(n.Whole().Parent())
		}
	}
	for i := range lonely {
		if lonely[i].path.MatchString(path) {
			if strings.Contains(lonely[i].why.ID, "%s") {
				return source.T(lonely[i].why.ID, lonely[i].why.EN, field)
			}
			return lonely[i].why
		}
	}
	return source.T("%s hanya tertulis sekali; tidak ada angka atau pernyataan lain yang menentukannya", "%s is stated once; no other figure or statement determines it", field)
}
